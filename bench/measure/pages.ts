import { gzipSync } from "node:zlib";
import { db } from "@/lib/db/client";
import { type Answer, overOneConnection, type Percentiles, percentilesOf } from "./http";

export type PageName = "home" | "list" | "event" | "country" | "about";

export type PageFigures = {
	/** Rendered, the first time. */
	firstMs: number;
	again: Percentiles;
	htmlBytes: number;
	htmlGzipBytes: number;
	scriptGzipBytes: number;
	status: number;
};

const REPEATS = 30;
const SCRIPT = /<script[^>]*\ssrc="([^"]+)"[^>]*>/g;

/** Addresses of the pages that are measured; the event is one of the coming season. */
export async function pagePaths(): Promise<Record<PageName, string>> {
	const { season, slug, country } = await db.publishedEvent.findFirstOrThrow({
		where: { startDate: { not: null } },
		orderBy: { sortAt: "desc" },
		select: { season: true, slug: true, country: true },
	});
	return {
		home: "/en",
		list: "/en/events",
		event: `/en/events/${season}/${slug}`,
		country: `/en/countries/${country.toLowerCase()}`,
		about: "/en/about",
	};
}

/** Times a page and weighs what a first visit loads of it. */
export function measurePage(origin: string, path: string): Promise<PageFigures> {
	return overOneConnection(async (ask) => {
		const first = await ask(`${origin}${path}`);
		const again: Answer[] = [];
		for (let n = 0; n < REPEATS; n += 1) again.push(await ask(`${origin}${path}`));
		const scripts = new Set<string>();
		for (const [tag, source] of first.body.toString("utf8").matchAll(SCRIPT))
			if (source && !/\snomodule/i.test(tag)) scripts.add(source);
		let scriptGzipBytes = 0;
		for (const source of scripts) {
			const { body } = await ask(new URL(source.replaceAll("&amp;", "&"), origin).href);
			scriptGzipBytes += gzipSync(body).length;
		}
		return {
			firstMs: Math.round(first.ms),
			again: percentilesOf(again.map(({ ms }) => ms)),
			htmlBytes: first.body.length,
			htmlGzipBytes: gzipSync(first.body).length,
			scriptGzipBytes,
			status: first.status,
		};
	});
}
