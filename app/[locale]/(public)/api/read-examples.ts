import { cachedUpcoming } from "@/app/cached-calendar";
import { listPublished } from "@/lib/calendar/queries";

/** What stands for the parts of paths in examples: an event that is public, and its organiser. Empty while there is none. */
export async function readExamples(): Promise<Record<string, string>> {
	const [coming] = await cachedUpcoming(1);
	const event = coming ?? (await listPublished({}, { limit: 1 })).items[0];
	const organiser = event?.organisers[0]?.slug;
	return { ...(event ? { id: event.id } : {}), ...(organiser ? { slug: organiser } : {}) };
}
