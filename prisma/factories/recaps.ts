import { randomUUID } from "node:crypto";
import { db, inTransaction } from "@/lib/db/client";
import { recapFormInput } from "@/lib/events/recap-schema";
import { saveRecap } from "@/lib/events/save-recap";
import { submitRecap } from "@/lib/events/submit-recap";
import { decideRecap } from "@/lib/moderation/decide-recap";
import { decisionInput } from "@/lib/moderation/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type EventOptions, type MadeEvent, makePublished } from "./events";
import type { MadeOrganisation } from "./organisations";

/** A ceremony that was public before its day, and is over by AFTER. */
export const AFTER = new Date("2027-02-27T12:00:00Z");

/** A public event of 26 February 2027. */
export async function makePast(
	options: EventOptions & { reviewer?: SignedInViewer } = {},
): Promise<MadeEvent> {
	return makePublished({
		now: new Date("2027-01-10T10:00:00Z"),
		...options,
		content: { startDate: "2027-02-26", ...options.content },
	});
}

/** Saves what is typed as the draft of the recap, over what the recap is now. */
export async function saveTyped(
	event: MadeEvent,
	typed: Record<string, unknown>,
	{ author = event.author, mediaId = null as string | null, now = AFTER } = {},
): Promise<{ version: number; versionId: string }> {
	const recap = await db.recap.findUnique({
		where: { eventId: event.eventId },
		select: { version: true },
	});
	const input = recapFormInput.parse({
		eventId: event.eventId,
		recapVersion: recap?.version ?? 0,
		intent: "save",
		...typed,
	});
	return inTransaction((tx) => saveRecap(tx, author, { input, mediaId, now }));
}

/** Saves and hands in; without mails. */
export async function submitTyped(
	event: MadeEvent,
	typed: Record<string, unknown>,
	options: Parameters<typeof saveTyped>[2] = {},
): Promise<{ version: number }> {
	const { version } = await saveTyped(event, typed, options);
	return inTransaction((tx) =>
		submitRecap(tx, event.author, {
			eventId: event.eventId,
			recapVersion: version,
			now: options.now ?? AFTER,
		}),
	);
}

/** Decides on the recap that waits. */
export async function decideOnRecap(
	event: MadeEvent,
	reviewer: SignedInViewer,
	kind: "approve" | "request_changes" | "reject",
	reason = kind === "approve" ? "" : "Please leave the names out.",
	now = AFTER,
) {
	const { version } = await db.recap.findUniqueOrThrow({
		where: { eventId: event.eventId },
		select: { version: true },
	});
	const input = decisionInput.parse({
		eventId: event.eventId,
		eventVersion: version,
		kind,
		reason,
	});
	return inTransaction((tx) => decideRecap(tx, reviewer, { input, now }));
}

/** A picture of the organisation: its row only. */
export async function makeMedia(organisation: MadeOrganisation): Promise<string> {
	const { id } = await db.media.create({
		data: {
			id: randomUUID(),
			organisationId: organisation.id,
			uploadedById: organisation.owner.id,
			sha256: "0".repeat(64),
			width: 800,
			height: 600,
			bytes: 1000,
		},
		select: { id: true },
	});
	return id;
}

/** A word in every field of a recap. */
export function plantedRecap(word: string) {
	return {
		attendanceMin: "7319",
		texts: { en: `${word} text` },
		books: word,
		films: word,
		photographs: word,
		links: [{ url: `https://example.org/${word}`, title: word }],
	};
}

/** Recaps with the word in each state that is not public: begun, waiting, refused, and a correction of a public one. */
export async function plantRecaps(
	word: string,
	organisation: MadeOrganisation,
	admin: SignedInViewer,
): Promise<void> {
	const plant = async () => {
		const event = await makePast({ organisation, reviewer: admin });
		const newPicture = { credit: word, alt: { en: word } };
		const typed = { ...plantedRecap(word), newPicture };
		return { event, typed, mediaId: await makeMedia(organisation) };
	};
	const begun = await plant();
	await saveTyped(begun.event, begun.typed, begun);
	const handedIn = await plant();
	await submitTyped(handedIn.event, handedIn.typed, handedIn);
	const refused = await plant();
	await submitTyped(refused.event, refused.typed, refused);
	await decideOnRecap(refused.event, admin, "reject", `${word} reason`);
	const corrected = await plant();
	const newPicture = { credit: "Aysel", alt: { en: "Candles" } };
	const mediaId = await makeMedia(organisation);
	await submitTyped(corrected.event, { attendanceMin: "40", newPicture }, { mediaId });
	await decideOnRecap(corrected.event, admin, "approve");
	await submitTyped(corrected.event, corrected.typed, corrected);
}
