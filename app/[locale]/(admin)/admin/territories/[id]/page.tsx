import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { PersonLine } from "@/components/moderation/territory-card";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { getTerritory } from "@/lib/moderation/territory-queries";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { listCountries } from "@/lib/places/countries";
import { listZones } from "@/lib/time/zones";
import { deleteTerritoryAction, removeCoordinatorAction } from "../actions";
import { TerritoryForm } from "../territory-form";
import { CoordinatorForm } from "./coordinator-form";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["saved", "named", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("territories");
	return { title: t("title") };
}

/** One territory: its people, its countries, its end. */
export default async function TerritoryPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/admin/territories/${id}`);
	const territory = await readTerritory(viewer, id);
	const t = await getTranslations("territories");
	const isFresh = isFreshlyProven(viewer, new Date());
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: t("title"), href: "/admin/territories" }, { label: territory.name }]}
				title={territory.name}
			/>
			{done && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`done.${done}`)} />
				</div>
			)}
			{!isFresh && <ProveAgain path={`/${locale}/admin/territories/${id}`} className="mb-10" />}
			<section aria-labelledby="people">
				<h2 id="people" className="text-xl font-medium">
					{t("people.title")}
				</h2>
				<p className="mt-2 mb-4">{t("people.lead")}</p>
				{territory.people.length === 0 ? (
					<p className="mb-8 text-muted">{t("nobody")}</p>
				) : (
					<ul className="mb-8 divide-y divide-line border-y border-line">
						{territory.people.map((person) => (
							<li
								key={person.id}
								className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
							>
								<PersonLine person={person} locale={locale} />
								{isFresh && (
									<OneButtonForm
										run={removeCoordinatorAction}
										variant="quiet"
										values={{ territoryId: id, userId: person.id, locale }}
									>
										{t("people.remove", { name: person.name ?? person.email })}
									</OneButtonForm>
								)}
							</li>
						))}
					</ul>
				)}
				{isFresh && (
					<CoordinatorForm key={territory.people.length} locale={locale} territoryId={id} />
				)}
			</section>
			{isFresh && <Changes territory={territory} locale={locale} />}
		</Container>
	);
}

type Territory = Awaited<ReturnType<typeof getTerritory>>;

async function Changes({ territory, locale }: { territory: Territory; locale: string }) {
	const t = await getTranslations("territories");
	return (
		<>
			<section aria-labelledby="edit" className="mt-14 border-t border-ink pt-6">
				<h2 id="edit" className="mb-6 text-xl font-medium">
					{t("edit", { name: territory.name })}
				</h2>
				<TerritoryForm
					locale={locale}
					idempotencyKey={randomUUID()}
					territory={territory}
					countries={listCountries(locale)}
					zones={listZones()}
				/>
			</section>
			<section aria-labelledby="delete" className="mt-14 border-t border-ink pt-6">
				<h2 id="delete" className="text-xl font-medium">
					{t("delete.title")}
				</h2>
				<p className="mt-2 mb-4">{t("delete.text")}</p>
				<OneButtonForm
					run={deleteTerritoryAction}
					variant="danger"
					values={{ territoryId: territory.id, locale }}
				>
					{t("delete.action")}
				</OneButtonForm>
			</section>
		</>
	);
}

async function readTerritory(viewer: Viewer, id: string) {
	if (!can(viewer, { action: "territories.edit" })) notFound();
	return foundOr404(id, () => getTerritory(viewer, id, new Date()));
}
