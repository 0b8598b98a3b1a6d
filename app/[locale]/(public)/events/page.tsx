import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { EventsPage, eventsMetadata } from "./events-page";

type Props = { params: Promise<{ locale: string }> };

/** Days and phases turn over without a publication. */
export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	return eventsMetadata(locale, {});
}

/** All events of this season; with parameters the proxy shows `selection/[query]` at the same address. */
export default async function ListPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	return <EventsPage locale={locale} query={{}} />;
}
