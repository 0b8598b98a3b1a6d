import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { foundOr404 } from "@/app/found-or-404";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { getPerson } from "@/lib/accounts/people";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { formatInstant } from "@/lib/time/format";
import { ReasonForm } from "../../reason-form";
import {
	closeAccountAction,
	openAccountAction,
	setAdminAction,
	signOutPersonAction,
} from "../actions";
import { DaysAwayOf } from "./days-away";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Person = Awaited<ReturnType<typeof getPerson>>;

const DONE = ["saved", "closed"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("people");
	return { title: t("title") };
}

/** One person: what is theirs, and what an admin may change. */
export default async function PersonPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const path = `/admin/people/${id}`;
	const viewer = await requireReviewer(locale, path);
	const person = await readPerson(viewer, id);
	const t = await getTranslations("people");
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	const isFresh = isFreshlyProven(viewer, new Date());
	const mayEdit = can(viewer, { action: "people.edit", userId: id });
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/admin/people" },
					{ label: person.name ?? person.email },
				]}
				title={<bdi className="wrap-anywhere">{person.name ?? person.email}</bdi>}
				badges={
					<>
						{person.isAdmin && <Badge tone="solid">{t("admin")}</Badge>}
						{person.disabledAt && <Badge tone="warning">{t("closed")}</Badge>}
					</>
				}
			/>
			{done && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`done.${done}`)} />
				</div>
			)}
			<Facts person={person} locale={locale} />
			<p className="mt-6">
				<Link
					href={`/admin/audit?actor=${encodeURIComponent(person.email)}`}
					prefetch={false}
					className="text-link"
				>
					{t("deeds")}
				</Link>
			</p>
			{person.disabledAt && <OnlyOwned person={person} text="closed" />}
			{!mayEdit && <p className="mt-10 text-muted">{t("self")}</p>}
			{mayEdit && !isFresh && <ProveAgain path={`/${locale}${path}`} className="mt-10" />}
			{mayEdit && isFresh && isReviewing(person) && (
				<DaysAwayOf viewer={viewer} userId={id} locale={locale} />
			)}
			{mayEdit && isFresh && <Changes person={person} locale={locale} />}
		</Container>
	);
}

function isReviewing({ isAdmin, coordinatorOf, disabledAt }: Person): boolean {
	return disabledAt === null && (isAdmin || coordinatorOf.length > 0);
}

async function Facts({ person, locale }: { person: Person; locale: string }) {
	const t = await getTranslations("people");
	const seen = person.sessions[0];
	return (
		<DefinitionList
			items={[
				{ key: "email", term: t("email"), details: <bdi dir="ltr">{person.email}</bdi> },
				{
					key: "since",
					term: t("since"),
					details: `${formatInstant(person.createdAt, "UTC", locale)} UTC`,
				},
				{
					key: "sessions",
					term: t("sessions"),
					details: seen
						? t("sessionsSeen", {
								count: person.sessions.length,
								at: `${formatInstant(seen.lastSeenAt ?? seen.createdAt, "UTC", locale)} UTC`,
							})
						: t("noSessions"),
				},
				{
					key: "territories",
					term: t("territories"),
					details: person.coordinatorOf.length > 0 && (
						<List>
							{person.coordinatorOf.map(({ territory, isDeputy }) => (
								<li key={territory.id}>
									<Link href={`/admin/territories/${territory.id}`} className="text-link">
										<bdi>{territory.name}</bdi>
									</Link>
									{isDeputy && ` (${t("deputy")})`}
								</li>
							))}
						</List>
					),
				},
				{
					key: "organisations",
					term: t("organisations"),
					details: person.memberships.length > 0 && (
						<List>
							{person.memberships.map(({ organisation }) => (
								<li key={organisation.id}>
									<Link href={`/admin/organisations/${organisation.id}`} className="text-link">
										<bdi>{organisation.name}</bdi>
									</Link>
								</li>
							))}
						</List>
					),
				},
				{ key: "events", term: t("events"), details: String(person._count.eventsCreated) },
				{ key: "decisions", term: t("decisions"), details: String(person._count.decisions) },
			].filter(({ details }) => details)}
		/>
	);
}

function List({ children }: { children: ReactNode }) {
	return <ul className="flex flex-col gap-1">{children}</ul>;
}

async function Changes({ person, locale }: { person: Person; locale: string }) {
	const t = await getTranslations("people");
	const userId = person.id;
	if (person.disabledAt)
		return (
			<Section title={t("open.title")} text={t("open.text")}>
				<OneButtonForm run={openAccountAction} variant="secondary" values={{ userId, locale }}>
					{t("open.send")}
				</OneButtonForm>
			</Section>
		);
	const office = person.isAdmin ? "adminEnd" : "adminMake";
	return (
		<>
			<Section title={t(`${office}.title`)} text={t(`${office}.text`)}>
				<OneButtonForm
					run={setAdminAction}
					variant="secondary"
					values={{ userId, isAdmin: person.isAdmin ? 0 : 1, locale }}
				>
					{t(`${office}.send`)}
				</OneButtonForm>
			</Section>
			<Section title={t("signOut.title")} text={t("signOut.text")}>
				<OneButtonForm run={signOutPersonAction} variant="secondary" values={{ userId, locale }}>
					{t("signOut.send")}
				</OneButtonForm>
			</Section>
			<Section title={t("close.title")} text={t("close.text")}>
				<OnlyOwned person={person} text="before" />
				<ReasonForm
					action={closeAccountAction}
					hidden={{ locale, userId }}
					reason={t("close.reason")}
					hint={t("close.reasonHint")}
					send={t("close.send")}
				/>
			</Section>
		</>
	);
}

/** Which organisations nobody who can sign in owns without this person, and where an owner is invited. */
async function OnlyOwned({ person, text }: { person: Person; text: "before" | "closed" }) {
	if (person.onlyOwned.length === 0) return null;
	const t = await getTranslations("people.onlyOwner");
	return (
		<Notice tone="warning" title={t(`${text}Title`)} className="my-6">
			<p>{t(text)}</p>
			<ul className="mt-2 list-disc ps-5">
				{person.onlyOwned.map(({ id, name }) => (
					<li key={id}>
						<Link
							href={`/admin/organisations/${id}#owner`}
							prefetch={false}
							className="text-link wrap-anywhere"
						>
							<bdi>{name}</bdi>
						</Link>
					</li>
				))}
			</ul>
		</Notice>
	);
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
	return (
		<section className="mt-12 border-t border-ink pt-6">
			<h2 className="text-xl font-medium">{title}</h2>
			<p className="mt-2 mb-5">{text}</p>
			{children}
		</section>
	);
}

async function readPerson(viewer: Viewer, id: string): Promise<Person> {
	if (!can(viewer, { action: "people.read" })) notFound();
	return foundOr404(id, () => getPerson(viewer, id));
}
