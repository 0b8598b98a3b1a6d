import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";
import {
	type AuditFilters,
	type AuditLine,
	auditFilters,
	listAudit,
	listAuditActions,
} from "@/lib/audit/queries";
import { can } from "@/lib/permissions/can";
import { formatInstant } from "@/lib/time/format";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PATH = "/admin/audit";
const SUBJECT_PATHS: Readonly<Record<string, string>> = {
	event: "/review/",
	organisation: "/admin/organisations/",
	user: "/admin/people/",
	territory: "/admin/territories/",
	report_case: "/review/reports/",
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("auditLog");
	return { title: t("title") };
}

/** Who did what, the latest first. */
export default async function AuditPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, PATH);
	if (!can(viewer, { action: "audit.read" })) notFound();
	const filters = auditFilters.parse(await searchParams);
	const [{ items, nextBefore }, actions, t] = await Promise.all([
		listAudit(viewer, filters),
		listAuditActions(viewer),
		getTranslations("auditLog"),
	]);
	const { before, ...asked } = filters;
	return (
		<Container>
			<PageHeader title={t("title")} lead={t("lead")} />
			<Filters filters={asked} actions={actions} locale={locale} />
			{items.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<Table
					caption={t("title")}
					hideCaption
					rows={items}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "at",
							header: t("at"),
							cell: ({ at }) => (
								<time dateTime={at.toISOString()} className="figures">
									{formatInstant(at, "UTC", locale)}
								</time>
							),
						},
						{ key: "actor", header: t("actor"), cell: (line) => <Actor line={line} /> },
						{
							key: "action",
							header: t("action"),
							isRowHeader: true,
							cell: ({ action }) => (
								<code dir="ltr" className="max-md:wrap-anywhere">
									{action}
								</code>
							),
						},
						{ key: "subject", header: t("subject"), cell: (line) => <Subject line={line} /> },
						{
							key: "detail",
							header: t("detail"),
							isText: true,
							cell: ({ detail }) => <Detail detail={detail} />,
						},
					]}
				/>
			)}
			<Pagination
				nextHref={nextBefore ? hrefOf({ ...asked, before: nextBefore }) : undefined}
				previousHref={before ? hrefOf(asked) : undefined}
			/>
		</Container>
	);
}

async function Filters({
	filters,
	actions,
	locale,
}: {
	filters: Omit<AuditFilters, "before">;
	actions: readonly string[];
	locale: string;
}) {
	const t = await getTranslations("auditLog");
	const groups = [...new Set(actions.map((action) => action.split(".")[0] ?? ""))];
	const query = queryOf(filters);
	const isNarrowed = query.size > 0;
	return (
		<form
			action={`/${locale}${PATH}`}
			className="mb-8 flex flex-col gap-5 border-y border-line py-6 print:hidden"
		>
			<div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
				<TextField
					name="actor"
					label={t("actor")}
					hint={t("actorHint")}
					defaultValue={filters.actor}
					dir="ltr"
					plain
				/>
				<SelectField
					name="action"
					label={t("action")}
					hint={t("actionHint")}
					plain
					defaultValue={filters.action ?? ""}
					options={[
						{ value: "", label: t("all") },
						...groups.flatMap((group) => [
							{ value: group, label: `${group}.*` },
							...actions
								.filter((action) => action.startsWith(`${group}.`))
								.map((action) => ({ value: action, label: action })),
						]),
					]}
				/>
				<TextField
					name="subject"
					label={t("subjectId")}
					hint={t("subjectHint")}
					defaultValue={filters.subject}
					dir="ltr"
					plain
				/>
				<TextField name="from" type="date" label={t("from")} defaultValue={filters.from} plain />
				<TextField name="to" type="date" label={t("to")} defaultValue={filters.to} plain />
			</div>
			<div className="flex flex-wrap items-center gap-x-6 gap-y-3">
				<Button type="submit" variant="secondary">
					{t("show")}
				</Button>
				{isNarrowed && (
					<Link href={PATH} className="text-link">
						{t("clear")}
					</Link>
				)}
				<a href={`/api/admin/audit/audit.csv?${query}`} className="text-link" download>
					CSV
				</a>
				<a href={`/api/admin/audit/audit.jsonl?${query}`} className="text-link" download>
					JSON Lines
				</a>
			</div>
		</form>
	);
}

async function Actor({ line: { actor, actorId } }: { line: AuditLine }) {
	const t = await getTranslations("auditLog");
	if (!actor) return <span className="text-muted">{actorId ? t("gone") : t("program")}</span>;
	if (actor.email.endsWith(".invalid")) return <bdi>{actor.name ?? actor.email}</bdi>;
	return (
		<Link href={`/admin/people/${actor.id}`} prefetch={false} className="text-link wrap-anywhere">
			<bdi>{actor.name ?? actor.email}</bdi>
		</Link>
	);
}

function Subject({ line: { subjectType, subjectId } }: { line: AuditLine }) {
	const path = SUBJECT_PATHS[subjectType];
	const shown = subjectId.length > 20 ? `…${subjectId.slice(-12)}` : subjectId;
	return (
		<span dir="ltr">
			{subjectType}{" "}
			{path ? (
				<Link href={`${path}${subjectId}`} prefetch={false} className="text-link">
					{shown}
				</Link>
			) : (
				<span className="wrap-anywhere">{shown}</span>
			)}
		</span>
	);
}

/** Ids, states and codes, as they were written. */
function Detail({ detail }: { detail: AuditLine["detail"] }) {
	const entries = Object.entries((detail ?? {}) as Record<string, unknown>);
	return (
		<span dir="ltr" className="text-muted wrap-anywhere">
			{entries.map(([key, value]) => `${key}: ${textOf(value)}`).join(", ")}
		</span>
	);
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value : JSON.stringify(value);
}

function queryOf(filters: Partial<AuditFilters>): URLSearchParams {
	return new URLSearchParams(
		Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
	);
}

function hrefOf(filters: Partial<AuditFilters>): string {
	const query = queryOf(filters);
	return query.size > 0 ? `${PATH}?${query}` : PATH;
}
