import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { EventsPage, eventsMetadata } from "../../events-page";
import { readSelection } from "../../selection";

type Props = { params: Promise<{ locale: string; query: string }> };

/** Days and phases turn over without a publication. */
export const revalidate = 300;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { query: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, query } = await params;
	return eventsMetadata(locale, readSelection(query) ?? {});
}

/** The list under a visitor's filters; the proxy shows it at the list's own address. */
export default async function SelectionPage({ params }: Props) {
	const { locale, query } = await params;
	setRequestLocale(locale);
	const selection = readSelection(query);
	if (!selection) notFound();
	return <EventsPage locale={locale} query={selection} />;
}
