import { getTranslations } from "next-intl/server";
import { CloseForm } from "@/app/close-form";
import { Disclosure } from "@/components/ui/disclosure";
import { findClosable } from "@/lib/organisations/queries";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { close } from "./actions";

type Props = {
	viewer: SignedInViewer;
	organisationId: string;
	/** Where it leads when it is done. */
	back: "/my" | "/my/account/delete";
	locale: string;
};

/** The last member closes an organisation; one of the imported lists is given back. */
export async function CloseSection({ viewer, organisationId, back, locale }: Props) {
	const closable = await findClosable(viewer, organisationId);
	if (!closable) return null;
	const t = await getTranslations("organisation.closing");
	const { isListed } = closable;
	return (
		<Disclosure summary={t(isListed ? "titleListed" : "title")}>
			<p className="mb-4 max-w-narrow text-sm">{t(isListed ? "textListed" : "text")}</p>
			<CloseForm
				action={close}
				hidden={{ organisationId, back, locale }}
				idPrefix={`close-${organisationId}-`}
				{...(!isListed && { day: { label: t("dissolvedOn"), hint: t("dissolvedOnHint") } })}
				send={t(isListed ? "sendListed" : "send")}
			/>
		</Disclosure>
	);
}
