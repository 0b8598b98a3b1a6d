import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { reviewerName } from "@/components/moderation/reviewer-name";
import { ClientMessages } from "@/components/shell/client-messages";
import type { FormState } from "@/lib/http/form-state";

type Props<Result> = {
	/** Who has taken it on. */
	assignee: { id: string; name: string | null; email: string } | null;
	viewerId: string;
	/** Gets `isTaken` besides `values`. */
	run: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
	values: Readonly<Record<string, string>>;
};

/** Who reads it, so that two do not. */
export async function TakeOn<Result>({ assignee, viewerId, run, values }: Props<Result>) {
	const t = await getTranslations("review.takeOn");
	const isMine = assignee?.id === viewerId;
	return (
		<section aria-label={t("title")} data-shortcut="take" className="flex flex-col gap-3">
			<p>
				{isMine
					? t("mine")
					: assignee
						? t.rich("theirs", { name: () => <bdi>{reviewerName(assignee)}</bdi> })
						: t("nobody")}
			</p>
			<ClientMessages namespaces={["ui", "errors"]}>
				<OneButtonForm
					run={run}
					variant="secondary"
					values={{ ...values, isTaken: isMine ? 0 : 1 }}
				>
					{t(isMine ? "leave" : assignee ? "takeOver" : "take")}
				</OneButtonForm>
			</ClientMessages>
		</section>
	);
}
