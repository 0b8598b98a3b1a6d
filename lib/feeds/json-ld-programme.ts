import { toOffsetString } from "@/lib/time/wall-time";
import type { FeedEvent } from "./feed-event";
import type { JsonLd } from "./json-ld";

/** The programme as schema.org has it: a `subEvent` an item, each with those who speak, and all of these as performers. */
export function describeProgramme(event: FeedEvent, location: JsonLd | JsonLd[]): JsonLd {
	const { programme, schedule } = event;
	if (programme.length === 0) return {};
	const speakers = programme.flatMap((item) => item.speakers);
	const known = new Map(speakers.map((speaker) => [`${speaker.name}\n${speaker.role}`, speaker]));
	return {
		subEvent: programme.map((item) => ({
			"@type": "Event",
			name: item.title,
			...startOf(item, schedule.timezone),
			...(item.endsAtUtc ? { endDate: toOffsetString(item.endsAtUtc, schedule.timezone) } : {}),
			location,
			...(item.speakers.length > 0 ? { performer: item.speakers.map(describePerson) } : {}),
		})),
		...(known.size > 0 ? { performer: [...known.values()].map(describePerson) } : {}),
	};
}

function startOf(item: FeedEvent["programme"][number], zone: string): JsonLd {
	if (item.startsAtUtc) return { startDate: toOffsetString(item.startsAtUtc, zone) };
	return item.date === null ? {} : { startDate: item.date };
}

function describePerson({ name, role }: { name: string; role: string }): JsonLd {
	return { "@type": "Person", name, ...(role ? { jobTitle: role } : {}) };
}
