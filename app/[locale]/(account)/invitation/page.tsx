import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { findInvitation } from "@/lib/organisations/accept-invitation";
import { accept } from "./actions";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.invitation" });
	return { title: t("title"), referrer: "no-referrer" };
}

/**
 * An invitation to an organisation. Opening it changes nothing (mail scanners do); it shows itself only to the person of
 * its address, and to nobody whether there is one, or an account.
 */
export default async function InvitationPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const asked = (await searchParams).token;
	const token = typeof asked === "string" && /^[\w-]{1,100}$/.test(asked) ? asked : "";
	const t = await getTranslations("account.invitation");
	const viewer = await currentViewer();
	if (viewer.kind === "anonymous") {
		const returnTo = encodeURIComponent(`/${locale}/invitation?token=${token}`);
		return (
			<Container width="narrow">
				<PageHeader title={t("title")} lead={t("signIn")} />
				<ButtonLink href={`/sign-in?returnTo=${returnTo}`}>{t("signInAction")}</ButtonLink>
			</Container>
		);
	}
	const invitation = await findInvitation(viewer, token, new Date());
	const address = () => <bdi className="font-medium">{viewer.email}</bdi>;
	if (!invitation) {
		return (
			<Container width="narrow">
				<PageHeader title={t("none")} lead={t.rich("noneText", { address })} />
			</Container>
		);
	}
	const name = () => <bdi className="font-medium">{invitation.organisation.name}</bdi>;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t.rich(`as_${invitation.role}`, { name })} />
			<p className="mb-8 text-muted">{t.rich("signedIn", { address })}</p>
			<OneButtonForm run={accept} values={{ token, locale }}>
				{t("accept")}
			</OneButtonForm>
		</Container>
	);
}
