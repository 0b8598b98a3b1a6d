import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { redirect } from "@/i18n/navigation";
import { listMyOrganisations } from "@/lib/organisations/queries";
import { StartForm } from "./start-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("eventForm");
	return { title: t("newTitle") };
}

/** Before the form: for whom. Who has no organisation makes one first and comes back here. */
export default async function NewEventPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireViewer(locale, "/my/events/new");
	const organisations = await listMyOrganisations(viewer);
	if (organisations.length === 0) redirect({ href: "/my/organisations/new", locale });
	const [t, my, standing] = await Promise.all([
		getTranslations("eventForm"),
		getTranslations("my"),
		getTranslations("organisation.standing"),
	]);
	const { organisation } = await searchParams;
	const isHeld = organisations.some(({ id, heldAt }) => id === organisation && heldAt !== null);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: t("newTitle") }]}
				title={t("newTitle")}
				lead={t("start.lead")}
			/>
			{isHeld && (
				<Notice tone="warning" title={standing("held")} className="mb-10">
					{standing("heldText")}
				</Notice>
			)}
			<ClientMessages namespaces={["ui", "errors", "field", "eventForm"]}>
				<StartForm
					locale={locale}
					organisations={organisations.map(({ id, name }) => ({ id, name }))}
					chosen={typeof organisation === "string" ? organisation : undefined}
					idempotencyKey={randomUUID()}
				/>
			</ClientMessages>
		</Container>
	);
}
