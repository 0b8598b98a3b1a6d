import { toOffsetString } from "@/lib/time/wall-time";
import type { FeedEvent } from "./feed-event";
import type { JsonLd } from "./json-ld";

/** The items of the programme as schema.org has them: an Event each, with those who speak. */
export function describeItems(
	{ programme, schedule }: FeedEvent,
	location: JsonLd | JsonLd[],
): JsonLd[] {
	return programme.map((item) => ({
		"@type": "Event",
		name: item.title,
		...startOf(item, schedule.timezone),
		...(item.endsAtUtc ? { endDate: toOffsetString(item.endsAtUtc, schedule.timezone) } : {}),
		location,
		...(item.speakers.length > 0 ? { performer: item.speakers.map(describePerson) } : {}),
	}));
}

/** All who speak, each once. */
export function describePerformers({ programme }: FeedEvent): JsonLd[] {
	const speakers = programme.flatMap((item) => item.speakers);
	const known = new Map(speakers.map((speaker) => [`${speaker.name}\n${speaker.role}`, speaker]));
	return [...known.values()].map(describePerson);
}

function startOf(item: FeedEvent["programme"][number], zone: string): JsonLd {
	if (item.startsAtUtc) return { startDate: toOffsetString(item.startsAtUtc, zone) };
	return item.date === null ? {} : { startDate: item.date };
}

function describePerson({ name, role }: { name: string; role: string }): JsonLd {
	return { "@type": "Person", name, ...(role ? { jobTitle: role } : {}) };
}
