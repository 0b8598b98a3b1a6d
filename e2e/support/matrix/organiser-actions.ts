import { randomUUID } from "node:crypto";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { addMember, makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { GOOD_CELLS, IMPORT_COLUMNS } from "@/prisma/factories/planted-import";
import { members, signedIn } from "./actors";
import {
	type ActionRow,
	anImport,
	claimOf,
	draft,
	formRef,
	invitation,
	LATE,
	member,
	organisation,
	published,
	request,
	savedForm,
	submitted,
	unowned,
} from "./fields";

/** Of the organisers' desk. */
export const ORGANISER_ACTIONS: Record<string, ActionRow> = {
	"(organiser)/my/events/[id]/conversation-actions#answerAction": {
		for: members,
		fields: (ids) => ({ ...submitted(ids), text: "At six in the evening." }),
	},
	"(organiser)/my/events/[id]/recap/actions#saveRecapAction": {
		for: members,
		fields: (ids) => ({ ...published(ids), recapVersion: "999", intent: "save" }),
	},
	"(organiser)/my/events/[id]/recap/actions#withdrawRecapAction": {
		for: members,
		fields: (ids) => ({ ...published(ids), ...LATE }),
	},
	"(organiser)/my/events/actions#callOff": {
		for: members,
		fields: (ids) => ({
			...published(ids),
			...LATE,
			kind: "cancel",
			"reasons.en": "The hall is closed.",
		}),
	},
	"(organiser)/my/events/actions#discard": {
		for: members,
		fields: async ({ made: { organisation: owning } }) => {
			const { eventId, eventVersion } = await makeDraft({ organisation: owning });
			return { eventId, eventVersion: String(eventVersion) };
		},
	},
	"(organiser)/my/events/actions#postForm": { for: members, fields: savedForm },
	"(organiser)/my/events/actions#saveForm": { for: members, fields: savedForm },
	"(organiser)/my/events/actions#watchForm": { for: members, fields: formRef },
	"(organiser)/my/events/actions#previewDescription": {
		for: signedIn,
		fields: () => ({ source: "Text" }),
		withoutLanguage: true,
	},
	"(organiser)/my/events/actions#reinstate": {
		for: members,
		fields: (ids) => ({ ...published(ids), ...LATE }),
	},
	"(organiser)/my/events/actions#repeat": {
		for: members,
		fields: async ({ made: { organisation: owning } }) => ({
			eventId: (await makePublished({ organisation: owning, content: { startDate: "2026-02-26" } }))
				.eventId,
		}),
	},
	"(organiser)/my/events/actions#startEvent": { for: members, fields: organisation },
	"(organiser)/my/events/actions#submitDraft": {
		for: members,
		fields: (ids) => ({ ...draft(ids), ...LATE }),
	},
	"(organiser)/my/events/actions#withdraw": {
		for: members,
		fields: (ids) => ({ ...submitted(ids), ...LATE }),
	},
	"(organiser)/my/import/actions#sendFile": {
		for: members,
		fields: (ids) => ({
			...organisation(ids),
			file: new File(["Title,Kind\nCommemoration,Ceremony\n"], "events.csv", { type: "text/csv" }),
		}),
	},
	"(organiser)/my/import/actions#changeColumns": { for: members, fields: anImport },
	"(organiser)/my/import/actions#nameColumns": {
		for: members,
		fields: async (ids) => ({ ...(await anImport(ids)), ...cells("columns", IMPORT_COLUMNS) }),
	},
	"(organiser)/my/import/actions#leaveRowsOut": {
		for: members,
		fields: async (ids) => ({ ...(await anImport(ids)), number: "1", isLeftOut: "yes" }),
	},
	"(organiser)/my/import/actions#saveRow": {
		for: members,
		fields: async (ids) => ({
			...(await anImport(ids)),
			number: "2",
			...cells("cells", GOOD_CELLS),
		}),
	},
	"(organiser)/my/import/actions#importRows": {
		for: members,
		fields: async (ids) => ({ ...(await anImport(ids)), as: "drafts" }),
	},
	"(organiser)/my/import/actions#removeImport": { for: members, fields: anImport },
	"(organiser)/my/organisations/[id]/actions#invite": {
		for: ["owner"],
		fields: (ids) => ({
			...organisation(ids),
			email: `invited-${randomUUID()}@example.org`,
			role: "editor",
			mailLocale: "en",
		}),
	},
	"(organiser)/my/organisations/[id]/actions#resend": { for: ["owner"], fields: invitation },
	"(organiser)/my/organisations/[id]/actions#revoke": { for: ["owner"], fields: invitation },
	"(organiser)/my/organisations/[id]/actions#setMemberRole": {
		for: ["owner"],
		fields: (ids) => ({ ...member(ids), role: "editor" }),
	},
	"(organiser)/my/organisations/[id]/actions#saveMyProfile": {
		for: ["owner"],
		fields: (ids) => ({
			...organisation(ids),
			version: "999",
			name: "A name of the matrix",
			kind: "embassy",
			country: "HU",
		}),
	},
	"(organiser)/my/organisations/[id]/actions#leave": { for: members, fields: organisation },
	// It has other members.
	"(organiser)/my/organisations/[id]/actions#close": {
		for: ["owner"],
		fields: (ids) => ({ ...organisation(ids), back: "/my" }),
	},
	"(organiser)/my/organisations/[id]/actions#remove": {
		for: ["owner"],
		fields: async ({ organisation: organisationId }) => ({
			organisationId,
			userId: (await makeEditor(organisationId)).id,
		}),
	},
	"(organiser)/my/organisations/[id]/actions#handOverTo": {
		for: ["owner"],
		fields: async ({ idOf }) => {
			const { id } = await makeOrganisation({ country: "AT", ownerId: idOf("owner") });
			await addMember(id, idOf("editor"), "editor");
			return { organisationId: id, userId: idOf("editor") };
		},
	},
	"(organiser)/my/organisations/[id]/verification-actions#requestBadge": {
		for: ["owner"],
		fields: (ids) => ({ ...organisation(ids), method: "coordinator" }),
	},
	"(organiser)/my/organisations/claim/actions#claim": {
		for: signedIn,
		fields: async () => ({
			organisationId: await unowned(),
			statement: "We answer at the embassy's telephone.",
			method: "coordinator",
		}),
	},
	"(organiser)/my/organisations/claim/actions#withdraw": {
		for: ["owner elsewhere"],
		fields: (ids) => claimOf(ids, "owner elsewhere"),
	},
	"(organiser)/my/organisations/actions#createMyOrganisation": {
		for: signedIn,
		fields: () => ({ name: `Matrix ${randomUUID()}`, kind: "other", country: "HU" }),
	},
	"(organiser)/my/together/[id]/actions#answer": { for: members, fields: request },
	"(organiser)/my/write/[id]/actions#send": {
		for: members,
		fields: async (ids) => ({
			...organisation(ids),
			eventId: (await makePublished()).eventId,
			message: "Do you need chairs for the evening?",
		}),
	},
};

/** Values of one column or cell after the other, as a form sends them. */
function cells(name: string, values: readonly string[]): Record<string, string> {
	return Object.fromEntries(values.map((value, index) => [`${name}.${index}`, value]));
}
