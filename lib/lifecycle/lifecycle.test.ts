import { expect, it } from "vitest";
import {
	allowedActions,
	DECISION_ACTIONS,
	EVENT_ACTIONS,
	EVENT_STATES,
	type EventAction,
	type EventState,
	nextState,
} from "./lifecycle";

/** Written out, not derived: what is not here is not allowed. "+" only where something is public already. */
const ALLOWED: Record<EventState, Partial<Record<EventAction, EventState>>> = {
	draft: { edit: "draft", submit: "submitted", withdraw: "withdrawn" },
	submitted: {
		edit: "draft",
		withdraw: "withdrawn",
		approve: "approved",
		request_changes: "changes_requested",
		reject: "rejected",
	},
	changes_requested: { edit: "draft", withdraw: "withdrawn" },
	approved: { edit: "draft", withdraw: "withdrawn" },
	rejected: { edit: "draft", withdraw: "withdrawn" },
	withdrawn: { edit: "draft" },
};
const DISCARDABLE: EventState[] = ["draft", "changes_requested", "rejected"];

const everyPair = EVENT_STATES.flatMap((state) =>
	EVENT_ACTIONS.map((action) => ({ state, action })),
);

it.each(everyPair)("$action on $state", ({ state, action }) => {
	const expected = action === "discard" ? null : (ALLOWED[state][action] ?? null);
	expect(nextState(state, action, { isPublished: false })).toBe(expected);
	const published = action === "discard" && DISCARDABLE.includes(state) ? "approved" : expected;
	expect(nextState(state, action, { isPublished: true })).toBe(published);
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
