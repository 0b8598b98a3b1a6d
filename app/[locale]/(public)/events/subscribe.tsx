import { getTranslations } from "next-intl/server";
import { feedTexts } from "@/app/feeds/feed-texts";
import { ButtonAnchor } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-fields";
import { env } from "@/lib/env";
import { type SubscriptionLinks, subscriptionLinks } from "@/lib/feeds/subscription-links";
import { feedQueries, type ListRequest } from "./list-address";

type Props = { request: ListRequest; locale: string };

/** The same events in the reader's own calendar, or in a feed reader. */
export async function Subscribe({ request, locale }: Props) {
	const t = await getTranslations("events.subscribe");
	const { links } = await readSubscription(request, locale);
	const { shown } = feedQueries(request, locale);
	return (
		<section aria-labelledby="subscribe" className="bg-sunken p-6 sm:p-10 print:hidden">
			<h2 id="subscribe" className="scroll-mt-8 text-xl">
				{t("title")}
			</h2>
			{request.season !== "undated" && (
				<>
					<p className="mt-2 max-w-narrow text-muted">{t(textKey(request))}</p>
					<p className="mt-2 max-w-narrow text-muted">{t("withoutUndated")}</p>
					<Calendars links={links} file={`/feeds/calendar.ics?${shown}`} />
				</>
			)}
			<p className="mt-6 flex flex-wrap items-center gap-x-6 text-sm">
				<span className="text-muted">{t("readers")}</span>
				<FeedLink href={links.rss}>{t("rss")}</FeedLink>
				<FeedLink href={links.json}>{t("json")}</FeedLink>
			</p>
		</section>
	);
}

async function Calendars({ links, file }: { links: SubscriptionLinks; file: string }) {
	const t = await getTranslations("events.subscribe");
	return (
		<>
			<div className="mt-6 flex flex-wrap gap-3">
				<ButtonAnchor href={links.webcal}>{t("subscribe")}</ButtonAnchor>
				<ButtonAnchor href={links.google} rel="noopener" variant="secondary">
					{t("google")}
				</ButtonAnchor>
				<ButtonAnchor href={links.outlook} rel="noopener" variant="secondary">
					{t("outlook")}
				</ButtonAnchor>
			</div>
			<p className="mt-3 max-w-narrow text-sm text-muted">{t("leads")}</p>
			<TextField
				name="calendar-address"
				label={t("address")}
				value={links.calendar}
				readOnly
				dir="ltr"
				className="mt-6 max-w-narrow"
				plain
			/>
			<p className="mt-2 text-sm">
				<FeedLink href={file} download>
					{t("download")}
				</FeedLink>
			</p>
		</>
	);
}

function FeedLink({
	href,
	download,
	children,
}: {
	href: string;
	download?: boolean;
	children: string;
}) {
	return (
		<a href={href} download={download} className="inline-flex min-h-11 items-center text-link">
			{children}
		</a>
	);
}

/** The feeds of the list for the head of its page, where programs look for them. */
export async function feedTypes(request: ListRequest, locale: string) {
	const { name: title, links } = await readSubscription(request, locale);
	return {
		"text/calendar": [{ url: links.calendar, title }],
		"application/rss+xml": [{ url: links.rss, title }],
		"application/feed+json": [{ url: links.json, title }],
	};
}

async function readSubscription(request: ListRequest, locale: string) {
	const { name } = await feedTexts(locale, { ...request.filters, season: chosenSeason(request) });
	const query = feedQueries(request, locale).subscription;
	return { name, links: subscriptionLinks({ query, name, origin: env().APP_URL }) };
}

/** A subscription without a chosen season goes on for all years. */
function chosenSeason({ chosen, filters }: ListRequest) {
	return chosen.season === undefined ? undefined : filters.season;
}

/** Says which years the subscription covers: the list itself may show this season only. */
function textKey({ chosen, isThisSeason }: ListRequest): "text" | "textFiltered" | "textAllYears" {
	const names = Object.keys(chosen);
	if (names.length === 0 || (names.length === 1 && chosen.season === "all")) return "text";
	return isThisSeason ? "textAllYears" : "textFiltered";
}
