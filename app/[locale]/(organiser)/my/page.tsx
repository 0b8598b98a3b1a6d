import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isId } from "@/app/found-or-404";
import { requireViewer } from "@/app/require-viewer";
import { MyEventRow } from "@/components/events/my-event-row";
import { OrganisationList } from "@/components/events/organisation-list";
import { RequestList } from "@/components/events/request-list";
import { SeasonNotice } from "@/components/events/season-notice";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Link } from "@/i18n/navigation";
import { listRequests } from "@/lib/events/co-organiser-queries";
import { listMyEvents } from "@/lib/events/queries";
import { findComingWindowView, type WindowView } from "@/lib/events/season-window";
import { listMyClaims } from "@/lib/organisations/claim-queries";
import { listMyOrganisations } from "@/lib/organisations/queries";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my");
	return { title: t("title") };
}

/** The organiser's desk: events, last touched first, and organisations. */
export default async function MyPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireViewer(locale, "/my");
	const { after, closed } = await searchParams;
	const cursor = isId(after) ? after : null;
	const [organisations, window, events, requests, claims, t, imports] = await Promise.all([
		listMyOrganisations(viewer),
		findComingWindowView(new Date()),
		listMyEvents(viewer, { cursor }),
		listRequests(viewer),
		listMyClaims(viewer),
		getTranslations("my"),
		getTranslations("imports"),
	]);
	if (organisations.length === 0)
		return <FirstTime window={window} claims={claims.length} isClosed={closed === "1"} />;
	const open = requests.filter(({ answer }) => answer === null);
	const accepted = requests.filter(({ answer }) => answer === "accepted");
	return (
		<Container>
			<PageHeader
				title={t("title")}
				lead={t("lead")}
				actions={<ButtonLink href="/my/events/new">{t("register")}</ButtonLink>}
			/>
			<ClosedNotice isClosed={closed === "1"} />
			<SeasonNotice window={window} className="mb-10" />
			<ClaimsNotice count={claims.length} />
			<div className="flex flex-col gap-16">
				<Requests name="asked" requests={open} locale={locale} />
				<section aria-label={t("listLabel")}>
					<Events
						events={events.items}
						locale={locale}
						showsOrganisation={organisations.length > 1}
					/>
					<Pagination
						nextHref={events.nextCursor ? `/my?after=${events.nextCursor}` : undefined}
						previousHref={cursor ? "/my" : undefined}
					/>
				</section>
				<Requests name="held" requests={accepted} locale={locale} />
				<section aria-labelledby="organisations" className="flex flex-col gap-4">
					<h2 id="organisations" className="text-xl font-medium">
						{t("organisations")}
					</h2>
					<OrganisationList organisations={organisations} locale={locale} />
					<div className="flex flex-wrap gap-3">
						<ButtonLink href="/my/organisations/new" variant="secondary">
							{t("newOrganisation")}
						</ButtonLink>
						<ButtonLink href="/my/import" variant="secondary">
							{imports("deskLink")}
						</ButtonLink>
					</div>
				</section>
			</div>
		</Container>
	);
}

async function Events({
	events,
	...row
}: {
	events: Awaited<ReturnType<typeof listMyEvents>>["items"];
	locale: string;
	showsOrganisation: boolean;
}) {
	const t = await getTranslations("my.empty");
	if (events.length === 0) return <EmptyState title={t("title")}>{t("text")}</EmptyState>;
	return (
		<ul className="divide-y divide-line border-y border-line">
			{events.map((event) => (
				<MyEventRow key={event.id} event={event} {...row} />
			))}
		</ul>
	);
}

async function Requests({
	name,
	requests,
	locale,
}: {
	name: "asked" | "held";
	requests: Awaited<ReturnType<typeof listRequests>>;
	locale: string;
}) {
	if (requests.length === 0) return null;
	const t = await getTranslations("my.withOthers");
	return (
		<section aria-labelledby={`${name}-events`} className="flex flex-col gap-4">
			<h2 id={`${name}-events`} className="text-xl font-medium">
				{t(`${name}Title`, { count: requests.length })}
			</h2>
			<RequestList requests={requests} locale={locale} />
		</section>
	);
}

/** That one has claimed organisations on which nobody has decided. */
async function ClaimsNotice({ count }: { count: number }) {
	if (count === 0) return null;
	const t = await getTranslations("claim");
	return (
		<Notice title={t("waiting", { count })} className="mb-10">
			<Link href="/my/organisations/claim" prefetch={false} className="text-link">
				{t("see")}
			</Link>
		</Notice>
	);
}

/** That an organisation has just been closed or given back. */
async function ClosedNotice({ isClosed }: { isClosed: boolean }) {
	if (!isClosed) return null;
	const t = await getTranslations("organisation.closing");
	return <Notice tone="success" live title={t("done")} className="mb-10" />;
}

async function FirstTime({
	window,
	claims,
	isClosed,
}: {
	window: WindowView | null;
	claims: number;
	isClosed: boolean;
}) {
	const t = await getTranslations("my");
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("first.title")} />
			<ClosedNotice isClosed={isClosed} />
			<SeasonNotice window={window} className="mb-10" />
			<ClaimsNotice count={claims} />
			<ol className="flex flex-col gap-8">
				{(["step1", "step2"] as const).map((step, index) => (
					<li
						key={step}
						className="grid grid-cols-[3rem_1fr] items-baseline gap-4 border-t border-line pt-5"
					>
						<span aria-hidden="true" className="figures text-3xl font-light text-muted">
							{index + 1}
						</span>
						<div>
							<h2 className="text-lg font-medium">{t(`first.${step}`)}</h2>
							<p className="mt-1 text-ink-soft">{t(`first.${step}Text`)}</p>
						</div>
					</li>
				))}
			</ol>
			<div className="mt-10">
				<ButtonLink href="/my/organisations/new">{t("first.action")}</ButtonLink>
			</div>
		</Container>
	);
}
