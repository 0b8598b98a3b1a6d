import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { findClaimProof } from "@/lib/organisations/claim-mailbox";
import { findMailboxProof } from "@/lib/organisations/request-verification";
import { confirmMailbox } from "./actions";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.mailbox" });
	return { title: t("title"), referrer: "no-referrer" };
}

/** The button by which a mailbox confirms; opening the page changes nothing, for mail scanners do. */
export default async function MailboxPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const { token, done } = await searchParams;
	const t = await getTranslations("account.mailbox");
	if (done === "1") return <Message title={t("done")} lead={t("doneText")} />;
	if (typeof token !== "string") return <Message title={t("over")} lead={t("overText")} />;
	const now = new Date();
	const claim = await findClaimProof(token, now);
	const proof = claim ?? (await findMailboxProof(token, now));
	if (!proof) return <Message title={t("over")} lead={t("overText")} />;
	const name = () => <bdi className="font-medium">{proof.organisation}</bdi>;
	const address = () => <bdi className="font-medium wrap-anywhere">{proof.email}</bdi>;
	const claimant = () => <bdi className="font-medium wrap-anywhere">{claim?.claimant}</bdi>;
	return (
		<Container width="narrow">
			<PageHeader
				title={t("title")}
				lead={t.rich(claim ? "claimLead" : "lead", { name, address, claimant })}
			/>
			<OneButtonForm run={confirmMailbox} values={{ token, locale }}>
				{t("confirm")}
			</OneButtonForm>
		</Container>
	);
}

function Message({ title, lead }: { title: string; lead: string }) {
	return (
		<Container width="narrow">
			<PageHeader title={title} lead={lead} />
		</Container>
	);
}
