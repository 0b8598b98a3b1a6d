import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Card, EmptyState } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { listDemoCodes } from "@/lib/accounts/demonstration";
import { env } from "@/lib/env";
import { listOutbox, type OutboxItem } from "@/lib/mail/queries";
import { formatInstant } from "@/lib/time/format";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	if (!env().OUTBOX) notFound();
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "account.outbox" });
	return { title: t("title") };
}

/** The mails that a development or demonstration start did not send. */
export default async function OutboxPage({ params }: Props) {
	if (!env().OUTBOX) notFound();
	const { locale } = await params;
	const t = await getTranslations("account.outbox");
	const mails = await listOutbox();
	return (
		<Container>
			<PageHeader title={t("title")} lead={t("lead")} />
			<DemoCodes />
			{mails.length === 0 ? (
				<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
			) : (
				<ol className="flex flex-col gap-8">
					{mails.map((mail) => (
						<li key={mail.id}>
							<MailCard
								mail={mail}
								sent={formatInstant(mail.createdAt, "UTC", locale)}
								labels={{ designed: t("designed"), to: t("to", { address: mail.to }) }}
							/>
						</li>
					))}
				</ol>
			)}
		</Container>
	);
}

/** What the apps of the demonstration's accounts would show now. */
async function DemoCodes() {
	const codes = await listDemoCodes(new Date());
	if (codes.length === 0) return null;
	const t = await getTranslations("account.outbox");
	return (
		<section aria-labelledby="codes" className="mb-10">
			<h2 id="codes" className="text-xl font-medium">
				{t("codes")}
			</h2>
			<p className="mt-2 mb-4 max-w-narrow text-ink-soft">{t("codesText")}</p>
			<DefinitionList
				items={codes.map(({ email, code }) => ({
					key: email,
					term: <bdi dir="ltr">{email}</bdi>,
					details: (
						<bdi dir="ltr" className="figures text-xl font-medium">
							{code}
						</bdi>
					),
				}))}
			/>
		</section>
	);
}

type MailCardProps = { mail: OutboxItem; sent: string; labels: { designed: string; to: string } };

function MailCard({ mail, sent, labels }: MailCardProps) {
	return (
		<Card as="article">
			<h2 className="text-lg font-medium" lang={mail.locale} dir="auto">
				{mail.subject}
			</h2>
			<p className="mt-1 text-sm text-muted figures">
				{labels.to} · {sent} UTC
			</p>
			<div className="mt-4 whitespace-pre-wrap break-words" lang={mail.locale} dir="auto">
				{mail.text.split("\n").map((line, index) => (
					// Lines repeat, and the list never changes.
					// biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity
					<TextLine key={index} line={line} />
				))}
			</div>
			<div className="mt-4">
				<Disclosure summary={labels.designed}>
					{/* Sandboxed: no script and no origin; only links that a person presses leave it. */}
					<iframe
						title={mail.subject}
						srcDoc={mail.html.replace("<head>", '<head><base target="_top">')}
						sandbox="allow-top-navigation-by-user-activation"
						className="h-[40rem] w-full border border-line"
					/>
				</Disclosure>
			</div>
		</Card>
	);
}

function TextLine({ line }: { line: string }) {
	const isAddress = /^https?:\/\/\S+$/.test(line);
	return (
		<>
			{isAddress ? <a href={line}>{line}</a> : line}
			{"\n"}
		</>
	);
}
