/** Review states of an event (`Event.state`). */
export const EVENT_STATES = [
	"draft",
	"submitted",
	"changes_requested",
	"approved",
	"rejected",
	"withdrawn",
] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What may be done to an event. */
export const EVENT_ACTIONS = [
	"edit",
	"submit",
	"withdraw",
	"discard",
	"approve",
	"request_changes",
	"reject",
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

/** The actions of reviewers; all others are the organiser's. */
export const DECISION_ACTIONS = [
	"approve",
	"request_changes",
	"reject",
] as const satisfies readonly EventAction[];
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

const TRANSITIONS: Record<EventState, Partial<Record<EventAction, EventState>>> = {
	draft: { edit: "draft", submit: "submitted", withdraw: "withdrawn", discard: "approved" },
	submitted: {
		edit: "draft",
		withdraw: "withdrawn",
		approve: "approved",
		request_changes: "changes_requested",
		reject: "rejected",
	},
	changes_requested: { edit: "draft", withdraw: "withdrawn", discard: "approved" },
	approved: { edit: "draft", withdraw: "withdrawn" },
	rejected: { edit: "draft", withdraw: "withdrawn", discard: "approved" },
	withdrawn: { edit: "draft" },
};

/**
 * The state that follows, or null where the action is not allowed.
 * `discard` throws an unpublished edit away and goes back to the published revision, so it needs one.
 */
export function nextState(
	state: EventState,
	action: EventAction,
	event: { isPublished: boolean },
): EventState | null {
	if (action === "discard" && !event.isPublished) return null;
	return TRANSITIONS[state][action] ?? null;
}

/** The actions that `nextState` allows, in the order of EVENT_ACTIONS. */
export function allowedActions(state: EventState, event: { isPublished: boolean }): EventAction[] {
	return EVENT_ACTIONS.filter((action) => nextState(state, action, event) !== null);
}
