import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/i18n/navigation";
import { findSubjectByAddress, titleOfSubject } from "@/lib/moderation/report-subject";
import { ReportForm } from "./report-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What the link of a public page names. */
const address = z.union([
	z.object({ event: z.uuid() }),
	z.object({ organiser: z.string().regex(/^[a-z0-9-]{1,100}$/) }),
]);

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("report");
	return { title: t("title") };
}

/** Reports a problem with an event or an organisation; works without sign-in and without script. */
export default async function ReportPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const named = address.safeParse(await searchParams);
	const subject = named.success ? await findSubjectByAddress(named.data) : null;
	if (!subject) notFound();
	const t = await getTranslations("report");
	return (
		<Container width="narrow">
			<PageHeader
				eyebrow={<bdi>{titleOfSubject(subject, locale)}</bdi>}
				title={t("title")}
				lead={t("lead")}
			/>
			<p className="mb-8">
				{t.rich("rules", {
					link: (chunks) => (
						<Link href="/content-rules" className="text-link">
							{chunks}
						</Link>
					),
				})}
			</p>
			<ClientMessages namespaces={["ui", "errors", "report"]}>
				<ReportForm
					hidden={{
						formKey: randomUUID(),
						locale,
						...(subject.eventId
							? { eventId: subject.eventId }
							: { organisationId: subject.organisationId }),
					}}
				/>
			</ClientMessages>
		</Container>
	);
}
