import { expect, it } from "vitest";
import {
	allowedActions,
	DECISION_ACTIONS,
	EVENT_ACTIONS,
	EVENT_STATES,
	type EventAction,
	type EventState,
	nextState,
	nextStatus,
} from "./lifecycle";

/** Written out, not derived: what is not here is not allowed. */
const ALLOWED: Record<EventState, Partial<Record<EventAction, EventState>>> = {
	draft: { edit: "draft", submit: "submitted", withdraw: "withdrawn" },
	submitted: {
		edit: "draft",
		withdraw: "withdrawn",
		approve: "approved",
		request_changes: "changes_requested",
		reject: "rejected",
	},
	changes_requested: { edit: "draft", withdraw: "withdrawn", reopen: "submitted" },
	approved: { edit: "draft", withdraw: "withdrawn", reopen: "submitted" },
	rejected: { edit: "draft", withdraw: "withdrawn", reopen: "submitted" },
	withdrawn: { edit: "draft" },
};
/** What is allowed beside that where a version is public. */
const PUBLISHED: Record<EventState, Partial<Record<EventAction, EventState>>> = {
	draft: { discard: "approved", cancel: "draft", postpone: "draft", take_down: "draft" },
	submitted: { cancel: "approved", postpone: "approved", take_down: "submitted" },
	changes_requested: {
		discard: "approved",
		cancel: "approved",
		postpone: "approved",
		take_down: "changes_requested",
	},
	approved: { cancel: "approved", postpone: "approved", take_down: "withdrawn" },
	rejected: {
		discard: "approved",
		cancel: "approved",
		postpone: "approved",
		take_down: "rejected",
	},
	withdrawn: {},
};
/** What `restore` makes of an event that a reviewer has hidden. */
const RESTORED: Record<EventState, EventState | null> = {
	draft: "draft",
	submitted: "submitted",
	changes_requested: "changes_requested",
	approved: null,
	rejected: "rejected",
	withdrawn: "approved",
};

const everyPair = EVENT_STATES.flatMap((state) =>
	EVENT_ACTIONS.map((action) => ({ state, action })),
);

it.each(everyPair)("$action on $state", ({ state, action }) => {
	const expected = ALLOWED[state][action] ?? null;
	expect(nextState(state, action, { isPublished: false })).toBe(expected);
	const published = PUBLISHED[state][action] ?? expected;
	expect(nextState(state, action, { isPublished: true })).toBe(published);
});

it.each(EVENT_STATES)("restore on %s only shows again what a reviewer has hidden", (state) => {
	const hidden = { isPublished: false, isTakenDown: true };
	expect(nextState(state, "restore", hidden)).toBe(RESTORED[state]);
	expect(nextState(state, "restore", { ...hidden, isPublished: true })).toBeNull();
	for (const action of EVENT_ACTIONS) {
		if (action === "restore") continue;
		expect(nextState(state, action, hidden)).toBe(nextState(state, action, { isPublished: false }));
	}
});

it.each([
	["scheduled", "cancelled", "postponed"],
	["rescheduled", "cancelled", "postponed"],
	["postponed", "cancelled", null],
	["cancelled", null, null],
] as const)("what is %s is then %s by cancel and %s by postpone", (status, cancel, postpone) => {
	expect(nextStatus(status, "cancel")).toBe(cancel);
	expect(nextStatus(status, "postpone")).toBe(postpone);
	for (const [action, next] of [
		["cancel", cancel],
		["postpone", postpone],
	] as const) {
		const event = { isPublished: true, publicStatus: status };
		expect(nextState("approved", action, event)).toBe(next && "approved");
	}
});

it("only a decision approves, asks for changes or rejects", () => {
	for (const { state, action } of everyPair) {
		const next = nextState(state, action, { isPublished: false });
		if (next === "approved" || next === "changes_requested" || next === "rejected") {
			expect(DECISION_ACTIONS).toContain(action);
			expect(state).toBe("submitted");
		}
	}
});

it("allowedActions lists exactly what nextState allows", () => {
	for (const state of EVENT_STATES) {
		for (const isPublished of [true, false]) {
			const actions = EVENT_ACTIONS.filter(
				(action) => nextState(state, action, { isPublished }) !== null,
			);
			expect(allowedActions(state, { isPublished })).toEqual(actions);
		}
	}
	expect(allowedActions("withdrawn", { isPublished: false })).toEqual(["edit"]);
});
