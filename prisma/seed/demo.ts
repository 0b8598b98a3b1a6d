import { db, inTransaction } from "@/lib/db/client";
import type { DraftContent } from "@/lib/events/schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { nextCommemoration } from "@/lib/time/season";
import { APPROVER_EMAIL, IMPORTER_EMAIL, serviceViewer } from "./accounts";
import { eventKeys, organisationIds } from "./archive";
import { DEMO_ORGANISATION_KEY, prepareDemoAccounts } from "./demo-accounts";
import { wasDemoRemoved } from "./demo-mark";
import { QUEUE, queueContent, queueEvent, resubmit } from "./demo-queue";
import { demoSeason } from "./demo-season";
import { publishNewEvent } from "./import-event";
import type { Rows } from "./rows";

/**
 * The demonstration: its people, an event at each operating mission around the coming 26 February, and some events that
 * wait for a decision. All of it is marked `isDemo`; `npm run demo:remove` takes it away for good: nothing is added where
 * it was removed. @returns how many events were added
 */
export async function seedDemo({ missions }: Pick<Rows, "missions">, now: Date): Promise<number> {
	if (await wasDemoRemoved()) return 0;
	const { date, season } = nextCommemoration(now, "UTC");
	const ids = await organisationIds();
	const idOf = (key: string) => {
		const id = ids.get(key);
		if (!id) throw new Error(`No organisation ${key}`);
		return id;
	};
	const { organiser, coordinator } = await prepareDemoAccounts(idOf(DEMO_ORGANISATION_KEY), now);
	const importer = await serviceViewer(db, IMPORTER_EMAIL);
	const approver = await serviceViewer(db, APPROVER_EMAIL);
	const authorOf = (missionKey: string) =>
		missionKey === DEMO_ORGANISATION_KEY ? organiser : importer;
	const known = await eventKeys(`demo:${season}:`);
	let added = 0;
	for (const { missionKey, content } of demoSeason(missions, date)) {
		const importKey = `demo:${season}:${missionKey}`;
		if (known.has(importKey)) continue;
		const author = authorOf(missionKey);
		const event = { importKey, organisationId: idOf(missionKey), content, isDemo: true, now };
		await inTransaction(async (tx) => {
			const published = await publishNewEvent(tx, author, approver, event);
			if (missionKey === DEMO_ORGANISATION_KEY)
				await resubmit(tx, author, published, editOf(content), now);
		});
		added++;
	}
	return added + (await seedQueue({ known, season, date, idOf, authorOf, coordinator, now }));
}

async function seedQueue(demo: {
	known: ReadonlySet<string>;
	season: number;
	date: string;
	idOf: (key: string) => string;
	authorOf: (missionKey: string) => Viewer;
	coordinator: Viewer;
	now: Date;
}): Promise<number> {
	const missing = QUEUE.filter(({ key }) => !demo.known.has(`demo:${demo.season}:queue:${key}`));
	for (const queued of missing) {
		const event = {
			importKey: `demo:${demo.season}:queue:${queued.key}`,
			organisationId: demo.idOf(queued.missionKey),
			content: queueContent(queued, demo.date),
			isDemo: true,
			now: demo.now,
		};
		const people = { author: demo.authorOf(queued.missionKey), coordinator: demo.coordinator };
		await inTransaction((tx) => queueEvent(tx, people, queued, event));
	}
	return missing.length;
}

/** The change of a published event that waits for its approval: it begins half an hour later, with an end. */
function editOf(content: DraftContent): DraftContent {
	return { ...content, timing: "timed", endDate: null, startTime: "18:30", endTime: "20:00" };
}
