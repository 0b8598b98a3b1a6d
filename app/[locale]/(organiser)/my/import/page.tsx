import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { requireViewer } from "@/app/require-viewer";
import { SeasonNotice } from "@/components/events/season-notice";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonAnchor } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { SelectField } from "@/components/ui/text-fields";
import { Link, redirect } from "@/i18n/navigation";
import { findComingWindowView } from "@/lib/events/season-window";
import { tableColumns, templateLanguages } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import { listMyImports } from "@/lib/imports/queries";
import { listMyOrganisations } from "@/lib/organisations/queries";
import { isLocale } from "@/lib/text/languages";
import { sendFile } from "./actions";
import { columnHelp } from "./column-help";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("imports");
	return { title: t("title") };
}

/** Where a member sends a file of events in, and takes the organisation's events along. */
export default async function ImportPage({ params }: Props) {
	const { locale } = await params;
	const viewer = await requireViewer(locale, "/my/import");
	const organisations = await listMyOrganisations(viewer);
	if (organisations.length === 0) redirect({ href: "/my/organisations/new", locale });
	const [t, my, window] = await Promise.all([
		getTranslations("imports"),
		getTranslations("my"),
		findComingWindowView(new Date()),
	]);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{window?.phase !== "during" && <SeasonNotice window={window} className="mb-10" />}
			<div className="flex flex-col gap-14">
				<TemplateSection locale={locale} />
				<section aria-labelledby="upload" className="flex flex-col gap-4">
					<h2 id="upload" className="text-xl font-medium">
						{t("upload.title")}
					</h2>
					<ClientMessages namespaces={["ui", "errors"]}>
						<KeptForm
							action={sendFile}
							hidden={{ locale, idempotencyKey: randomUUID() }}
							className="flex flex-col gap-6"
						>
							<SelectField
								name="organisationId"
								label={t("upload.organisation")}
								options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
								required
							/>
							<FileField
								name="file"
								accept=".csv,.xlsx,.ics,text/csv,text/calendar"
								label={t("upload.file")}
								hint={t("upload.fileHint")}
								required
							/>
							<div>
								<SubmitButton>{t("upload.send")}</SubmitButton>
							</div>
						</KeptForm>
					</ClientMessages>
				</section>
				<Earlier viewer={viewer} />
				<section aria-labelledby="download" className="flex flex-col gap-4">
					<h2 id="download" className="text-xl font-medium">
						{t("download.title")}
					</h2>
					<p className="text-ink-soft">{t("download.text")}</p>
					<ul className="divide-y divide-line border-y border-line">
						{organisations.map(({ id, name }) => (
							<li key={id} className="flex flex-wrap items-baseline justify-between gap-3 py-3">
								<bdi>{name}</bdi>
								<span className="flex gap-4">
									{["csv", "ics", "json"].map((format) => (
										<a
											key={format}
											className="text-link"
											href={`/api/own/events/${id}/events.${format}?lang=${locale}`}
											aria-label={`${name}: ${format.toUpperCase()}`}
											download
										>
											{format.toUpperCase()}
										</a>
									))}
								</span>
							</li>
						))}
					</ul>
				</section>
			</div>
		</Container>
	);
}

async function TemplateSection({ locale }: { locale: string }) {
	const t = await getTranslations("imports.template");
	const language = isLocale(locale) ? locale : "en";
	const [words, help] = await Promise.all([tableWords(language), columnHelp(language)]);
	return (
		<section aria-labelledby="template" className="flex flex-col gap-4">
			<h2 id="template" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-ink-soft">{t("text")}</p>
			<div className="flex flex-wrap gap-3">
				{["xlsx", "csv"].map((format) => (
					<ButtonAnchor
						key={format}
						variant="secondary"
						href={`/api/own/template/events.${format}?lang=${locale}`}
						download
					>
						{t("get", { format: format.toUpperCase() })}
					</ButtonAnchor>
				))}
			</div>
			<Disclosure summary={t("columns")}>
				<Table
					caption={t("columns")}
					hideCaption
					columns={[
						{ key: "name", header: t("column"), cell: words.header, isRowHeader: true },
						{ key: "help", header: t("write"), cell: help, isText: true },
					]}
					rows={tableColumns(templateLanguages(locale))}
					rowKey={(field) => field}
				/>
			</Disclosure>
		</section>
	);
}

async function Earlier({ viewer }: { viewer: Parameters<typeof listMyImports>[0] }) {
	const [imports, t] = await Promise.all([listMyImports(viewer), getTranslations("imports")]);
	if (imports.length === 0) return null;
	return (
		<section aria-labelledby="earlier" className="flex flex-col gap-4">
			<h2 id="earlier" className="text-xl font-medium">
				{t("earlier")}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{imports.map(({ id, state, format: kind, rowCount, organisation }) => (
					<li key={id} className="flex flex-wrap items-baseline justify-between gap-3 py-3">
						<Link href={`/my/import/${id}`} className="text-link">
							<bdi>{organisation.name}</bdi>, {kind.toUpperCase()}, {t("rows", { count: rowCount })}
						</Link>
						<span className="text-sm text-muted">{t(`state.${state}`)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
