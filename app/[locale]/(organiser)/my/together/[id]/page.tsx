import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { requireViewer } from "@/app/require-viewer";
import { placeLine } from "@/components/calendar/place-line";
import { EventPreview } from "@/components/events/event-preview";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/i18n/navigation";
import { localCityName } from "@/lib/calendar/event-view";
import { seasonSegment } from "@/lib/calendar/tags";
import { type CoOrganiserRequest, getRequest } from "@/lib/events/co-organiser-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDayRange, formatTimeRange } from "@/lib/time/format";
import { AnswerSection } from "./answer-section";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.withOthers");
	return { title: t("title") };
}

/** An event of another organisation that one of the viewer's was asked to hold with it, or does. */
export default async function TogetherPage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/together/${id}`);
	const request = await findRequest(viewer, id);
	const { event, submitted, about } = request;
	const [t, my] = await Promise.all([getTranslations("my.withOthers"), getTranslations("my")]);
	const titled = about?.texts.filter(({ title }) => title !== "") ?? [];
	const best = bestText(titled, locale)?.text;
	const isPublic = event.published !== null;
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{ label: <bdi>{best?.title ?? my("untitled")}</bdi> },
				]}
				eyebrow={<bdi>{event.organisation.name}</bdi>}
				title={best?.title ?? my("untitled")}
				titleLang={best?.locale}
			/>
			<div className="flex max-w-[52rem] flex-col gap-14">
				<AnswerSection request={request} locale={locale} />
				<section aria-labelledby="facts" className="flex flex-col gap-4">
					<h2 id="facts" className="text-xl font-medium">
						{t("facts")}
					</h2>
					<Facts request={request} locale={locale} />
					<p className="max-w-narrow text-ink-soft">
						{t(isPublic ? "isPublic" : submitted ? "isWaiting" : "isDraft")}
					</p>
					{event.published && (
						<p>
							<Link
								href={`/events/${seasonSegment(event.published.season)}/${event.published.slug}`}
								className="text-link"
							>
								{my("event.publicPage")}
							</Link>
						</p>
					)}
				</section>
				{submitted && (
					<EventPreview
						// Pictures of another organisation are there for others only once they are public.
						content={isPublic ? submitted : { ...submitted, pictures: [] }}
						organiser={event.organisation.name}
						locale={locale}
					/>
				)}
			</div>
		</Container>
	);
}

async function Facts({
	request: { about },
	locale,
}: {
	request: CoOrganiserRequest;
	locale: string;
}) {
	const [t, my] = await Promise.all([getTranslations("my.withOthers"), getTranslations("my")]);
	if (!about) return null;
	const { startDate, endDate, startTime, endTime } = about.schedule;
	const day = startDate === null ? my("noDate") : formatDayRange(startDate, endDate, locale);
	const time = startTime && formatTimeRange(startTime, endTime, locale);
	const place = [
		about.venueName,
		localCityName(about, locale),
		about.country && countryName(about.country, locale),
	].filter((part): part is string => !!part);
	return (
		<DefinitionList
			items={[
				{ key: "when", term: t("when"), details: [day, time].filter(Boolean).join(" · ") },
				{
					key: "where",
					term: t("where"),
					details: place.length > 0 ? <bdi>{placeLine(place, locale)}</bdi> : t("noPlace"),
				},
			]}
		/>
	);
}

async function findRequest(viewer: Viewer, id: string): Promise<CoOrganiserRequest> {
	return foundOr404(id, () => getRequest(viewer, id));
}
