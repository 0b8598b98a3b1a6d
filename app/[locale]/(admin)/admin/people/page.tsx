import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { TextField } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";
import {
	listPeople,
	PEOPLE_GROUPS,
	type PeopleFilters,
	type PersonRow,
	peopleFilters,
} from "@/lib/accounts/people";
import { can } from "@/lib/permissions/can";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PATH = "/admin/people";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("people");
	return { title: t("title") };
}

/** Everybody with an account. */
export default async function PeoplePage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, PATH);
	if (!can(viewer, { action: "people.read" })) notFound();
	const filters = peopleFilters.parse(await searchParams);
	const [{ items, hasMore }, t] = await Promise.all([
		listPeople(viewer, filters),
		getTranslations("people"),
	]);
	const { q, group, page } = filters;
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("lead")} />
			<Tabs
				label={t("groups")}
				tabs={PEOPLE_GROUPS.map((each) => ({
					href: hrefOf({ q, group: each, page: 1 }),
					label: t(`group.${each}`),
					isCurrent: each === group,
				}))}
			/>
			<form action={`/${locale}${PATH}`} className="my-8 flex flex-wrap items-end gap-3">
				<input type="hidden" name="group" value={group} />
				<TextField name="q" label={t("search")} defaultValue={q} className="grow" plain />
				<Button type="submit" variant="secondary">
					{t("find")}
				</Button>
			</form>
			{items.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<ul className="divide-y divide-line border-y border-line">
					{items.map((person) => (
						<Row key={person.id} person={person} />
					))}
				</ul>
			)}
			<Pagination
				nextHref={hasMore ? hrefOf({ ...filters, page: page + 1 }) : undefined}
				previousHref={page > 1 ? hrefOf({ ...filters, page: page - 1 }) : undefined}
			/>
		</Container>
	);
}

async function Row({ person }: { person: PersonRow }) {
	const t = await getTranslations("people");
	const places = [
		...person.coordinatorOf.map(({ territory }) => territory.name),
		...person.memberships.map(({ organisation }) => organisation.name),
	];
	return (
		<li className="flex flex-col gap-1 py-4">
			<h2 className="font-medium">
				<Link
					href={`${PATH}/${person.id}`}
					prefetch={false}
					className="text-ink wrap-anywhere hover:text-accent"
				>
					<bdi>{person.name ?? person.email}</bdi>
				</Link>
			</h2>
			{person.name && (
				<p className="text-sm text-muted wrap-anywhere">
					<bdi dir="ltr">{person.email}</bdi>
				</p>
			)}
			{places.length > 0 && (
				<p className="text-sm text-ink-soft">
					<bdi>{places.join(" · ")}</bdi>
				</p>
			)}
			<p className="flex flex-wrap gap-2 empty:hidden">
				{person.isAdmin && <Badge tone="solid">{t("admin")}</Badge>}
				{person.coordinatorOf.length > 0 && <Badge>{t("coordinator")}</Badge>}
				{person.disabledAt && <Badge tone="warning">{t("closed")}</Badge>}
			</p>
		</li>
	);
}

function hrefOf({ q, group, page }: PeopleFilters): string {
	const query = new URLSearchParams({
		...(group === "all" ? {} : { group }),
		...(q ? { q } : {}),
		...(page > 1 ? { page: String(page) } : {}),
	});
	return query.size > 0 ? `${PATH}?${query}` : PATH;
}
