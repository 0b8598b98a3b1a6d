import "server-only";
import { encodeFormPicture } from "@/app/media/encode-upload";
import { MAX_PICTURES } from "@/lib/calendar/pictures";
import type { Tx } from "@/lib/db/client";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { checkForm } from "@/lib/events/completeness";
import type { Change } from "@/lib/events/draft-past";
import { findMissing } from "@/lib/events/find-missing";
import { type RevisionContent, revisionSelect, toContent } from "@/lib/events/revision";
import { saveDraft } from "@/lib/events/save-draft";
import { findShutWindow, type ShutWindow } from "@/lib/events/season-window";
import type { EncodedPicture } from "@/lib/media/encode-picture";
import { storeMedia, withPictureCleanup } from "@/lib/media/store-media";
import { submitOrPublish } from "@/lib/moderation/submit-or-publish";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { contentOf, type EventFormInput } from "./event-form-input";
import { type FormChange, formChanges } from "./form-changes";

/**
 * What the form has become; `incomplete` is saved but not submitted, `fields` says why; `shut` is saved but not submitted
 * because of the window of its season; `conflict` is saved but for the answers that somebody else has changed too.
 */
export type EventFormResult = {
	outcome: "saved" | "incomplete" | "shut" | "submitted" | "conflict";
	revisionId: string;
	revisionVersion: number;
	fields: FieldErrors;
	/** Names of the answers that are still needed to submit it. */
	missing: string[];
	/** Of the outcome `shut`. */
	window: ShutWindow | null;
	conflicts: FormChange[];
	/** What others have changed since, and this person has not. */
	taken: FormChange[];
};

type FormCall = {
	viewer: SignedInViewer;
	input: EventFormInput;
	/** What prepareEventForm returned. */
	prepared: EncodedPicture | null;
	tx: Tx;
	now: Date;
};

/**
 * Encodes the picture that came with the form, before its transaction; null when none did.
 * @throws DomainError as encodeFormPicture does; invalid (an eleventh one)
 */
export async function prepareEventForm({
	viewer,
	input: { picture, pictures },
}: Pick<FormCall, "viewer" | "input">): Promise<EncodedPicture | null> {
	if (!picture) return null;
	if (pictures.length >= MAX_PICTURES)
		throw new DomainError("invalid", { fields: { picture: "field.tooMany" } });
	return encodeFormPicture(viewer, picture);
}

/**
 * Saves the form's draft, takes its picture, and submits it when asked to and nothing is missing: all in one transaction.
 * @throws DomainError as saveDraft, submitOrPublish and storeMedia do
 */
export async function saveEventForm(call: FormCall): Promise<EventFormResult> {
	const { viewer, input, tx, now } = call;
	const { eventId, revisionId, revisionVersion } = input;
	return withPictureCleanup(async (stored) => {
		const typed = contentOf(input, await addedPicture(call, stored));
		const saved = await saveDraft(tx, viewer, {
			eventId,
			revisionId,
			revisionVersion,
			content: typed,
			unresolved: stillOpen(input),
			now,
		});
		const content = await readContent(tx, saved.revisionId);
		const shown = (changes: readonly Change[]) => formChanges(changes, content, input.locale);
		const conflicts = shown(saved.conflicts).filter(
			({ field }) => input.intent !== `take_theirs.${field}`,
		);
		const lacking = {
			...(await findMissing(tx, content, now)),
			...(saved.content.timing === "all_day"
				? {}
				: checkForm({ timing: typed.timing, startTime: saved.content.startTime })),
			...checkCity(input, content.cityGeonameId),
		};
		const missing = Object.keys(lacking);
		const result = {
			revisionId: saved.revisionId,
			revisionVersion: saved.revisionVersion,
			conflicts,
			missing,
			taken: shown(saved.taken),
			fields: {},
			window: null,
		};
		if (conflicts.length > 0) return { ...result, outcome: "conflict" };
		if (input.intent !== "submit") return { ...result, outcome: "saved" };
		if (missing.length > 0) return { ...result, outcome: "incomplete", fields: lacking };
		const window = await findShutWindow(tx, { eventId, schedule: content.schedule, now });
		if (window) return { ...result, outcome: "shut", fields: { startDate: "season.shut" }, window };
		await submitOrPublish(tx, viewer, { eventId, eventVersion: saved.eventVersion, now });
		return { ...result, outcome: "submitted" };
	});
}

/** The conflicts that the pressed button leaves open: "keep mine" decides one, "take theirs" leaves theirs as it is. */
function stillOpen({ unresolved, intent }: EventFormInput): string[] {
	if (intent.startsWith("take_theirs."))
		return [...unresolved, intent.slice("take_theirs.".length)];
	return unresolved.filter((field) => intent !== `keep_mine.${field}`);
}

async function readContent(tx: Tx, revisionId: string): Promise<RevisionContent> {
	const row = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: revisionSelect,
	});
	return toContent(row);
}

/** What was begun as a search for a city is not the name of a place. */
function checkCity({ cityUndecided }: EventFormInput, cityGeonameId: number | null): FieldErrors {
	return cityUndecided && cityGeonameId === null ? { cityName: "places.unknownCity" } : {};
}

async function addedPicture(
	{ viewer, input, prepared: picture, tx, now }: FormCall,
	stored: string[],
): Promise<string | null> {
	if (!picture) return null;
	const event = await tx.event.findUniqueOrThrow({
		where: { id: input.eventId },
		select: { organisationId: true },
	});
	const { id } = await storeMedia(tx, viewer, {
		organisationId: event.organisationId,
		picture,
		now,
	});
	stored.push(id);
	return id;
}
