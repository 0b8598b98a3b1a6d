import { db, inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { decideOn, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { overOneConnection, type Percentiles, percentilesOf } from "./http";

export type DecisionDelay = {
	/** From the commit of the approval until the event's page, asked for all the time, shows the event. */
	eventPage: Percentiles;
	/** Until the API finds it. */
	api: Percentiles;
	/** Until a list that was cached without it shows it. */
	list: Percentiles;
};

const DECISIONS = 20;
const PATIENCE_MS = 30_000;

/** Approves events through the use case and looks, from outside, when the public sees them. They are withdrawn again. */
export async function measureDecisions(origin: string): Promise<DecisionDelay> {
	const organisation = await makeOrganisation();
	const admin = await makeAdmin();
	const times = { eventPage: [] as number[], api: [] as number[], list: [] as number[] };
	for (let n = 1; n <= DECISIONS; n += 1) {
		const title = `Decision number ${n} of ${Date.now()}`;
		const content = { texts: { en: { title, description: "" } } };
		const waiting = await makeSubmitted({ organisation, content });
		const words = encodeURIComponent(title);
		const list = `${origin}/en/events?country=DE&q=${words}`;
		await overOneConnection((ask) => ask(list));
		const decided = await decideOn(waiting, admin, "approve");
		const since = performance.now();
		const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
			where: { id: decided.eventId },
			select: { season: true, slug: true },
		});
		const page = `/en/events/${season}/${slug}`;
		const [eventPage, api, listed] = await Promise.all([
			shownAfter(`${origin}${page}`, { words: title, since }),
			shownAfter(`${origin}/api/v1/events?q=${words}`, { words: title, since }),
			shownAfter(list, { words: page, since }),
		]);
		times.eventPage.push(eventPage);
		times.api.push(api);
		times.list.push(listed);
		const { eventId, eventVersion, now } = decided;
		await inTransaction((tx) =>
			withdrawEvent(tx, organisation.owner, { eventId, eventVersion, now }),
		);
	}
	return {
		eventPage: percentilesOf(times.eventPage),
		api: percentilesOf(times.api),
		list: percentilesOf(times.list),
	};
}

function shownAfter(
	url: string,
	{ words, since }: { words: string; since: number },
): Promise<number> {
	return overOneConnection(async (ask) => {
		for (let ms = 0; ms < PATIENCE_MS; ms = performance.now() - since) {
			const { status, body } = await ask(url);
			if (status === 200 && body.includes(words)) return performance.now() - since;
		}
		return PATIENCE_MS;
	});
}
