import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

type Props = {
	eventId: string;
	isPending: boolean;
	/** Saves what is not saved yet; null where everything is. */
	saveRest: () => Promise<void> | null;
};

/** The two buttons of the form and what pressing the second one means, and the way to the preview. */
export function FormEnd({ eventId, isPending, saveRest }: Props) {
	const t = useTranslations("eventForm");
	const ui = useTranslations("ui");
	return (
		<div className="flex flex-col gap-4 border-t border-ink pt-6">
			<p className="text-sm text-ink-soft">
				{t.rich("rules", {
					link: (text) => (
						<Link href="/content-rules" target="_blank" className="text-link">
							{text}
						</Link>
					),
				})}{" "}
				{t("submitHint")}
			</p>
			<div className="flex flex-wrap gap-3">
				<Button type="submit" name="intent" value="submit" aria-disabled={isPending || undefined}>
					{isPending ? ui("working") : t("submit")}
				</Button>
				<Button type="submit" name="intent" value="save" variant="secondary">
					{t("save")}
				</Button>
			</div>
			<p>
				{/* A window of its own: nothing that is typed here is left behind. */}
				<Link
					href={`/my/events/${eventId}/preview`}
					target="_blank"
					className="text-link"
					onClick={(event) => {
						const saving = saveRest();
						if (!saving) return;
						event.preventDefault();
						void openOnce(saving, event.currentTarget.href);
					}}
				>
					{t("preview")}
				</Link>
			</p>
		</div>
	);
}

/** Opens a window for an address that has its content only then. */
async function openOnce(saving: Promise<void>, address: string): Promise<void> {
	// At once: browsers let a press open a window, not what comes of it later.
	const opened = window.open("", "_blank") ?? window;
	await saving;
	opened.location.href = address;
}
