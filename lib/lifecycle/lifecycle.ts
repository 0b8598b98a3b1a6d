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
	"cancel",
	"postpone",
	"approve",
	"request_changes",
	"reject",
	"take_down",
	"restore",
	"reopen",
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

/** What reviewers decide of a submission. */
export const DECISION_ACTIONS = [
	"approve",
	"request_changes",
	"reject",
] as const satisfies readonly EventAction[];
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** All that reviewers may do; the rest is the organiser's. */
export const REVIEWER_ACTIONS = [
	...DECISION_ACTIONS,
	"take_down",
	"restore",
	"reopen",
] as const satisfies readonly EventAction[];

/** What is said of a public event at once, without review (decision record 0019). */
export const CALL_OFF_ACTIONS = ["cancel", "postpone"] as const satisfies readonly EventAction[];
export type CallOffAction = (typeof CALL_OFF_ACTIONS)[number];

/** What may be done to the recap of an event (decision record on recaps); the actions of events without their callings off. */
export const RECAP_ACTIONS = [
	"edit",
	"submit",
	"withdraw",
	"approve",
	"request_changes",
	"reject",
	"reopen",
] as const satisfies readonly EventAction[];
export type RecapAction = (typeof RECAP_ACTIONS)[number];

/** Whether an event happens as announced (schema.org EventStatusType). */
export type EventStatus = "scheduled" | "rescheduled" | "postponed" | "cancelled";

const TRANSITIONS: Record<EventState, Partial<Record<EventAction, EventState>>> = {
	draft: {
		edit: "draft",
		submit: "submitted",
		withdraw: "withdrawn",
		discard: "approved",
		cancel: "draft",
		postpone: "draft",
		take_down: "draft",
		restore: "draft",
	},
	submitted: {
		edit: "draft",
		withdraw: "withdrawn",
		cancel: "approved",
		postpone: "approved",
		approve: "approved",
		request_changes: "changes_requested",
		reject: "rejected",
		take_down: "submitted",
		restore: "submitted",
	},
	changes_requested: {
		edit: "draft",
		withdraw: "withdrawn",
		discard: "approved",
		cancel: "approved",
		postpone: "approved",
		take_down: "changes_requested",
		restore: "changes_requested",
		reopen: "submitted",
	},
	approved: {
		edit: "draft",
		withdraw: "withdrawn",
		cancel: "approved",
		postpone: "approved",
		take_down: "withdrawn",
		reopen: "submitted",
	},
	rejected: {
		edit: "draft",
		withdraw: "withdrawn",
		discard: "approved",
		cancel: "approved",
		postpone: "approved",
		take_down: "rejected",
		restore: "rejected",
		reopen: "submitted",
	},
	withdrawn: { edit: "draft", restore: "approved" },
};

const CALLED_OFF: Record<EventStatus, Partial<Record<CallOffAction, EventStatus>>> = {
	scheduled: { cancel: "cancelled", postpone: "postponed" },
	rescheduled: { cancel: "cancelled", postpone: "postponed" },
	postponed: { cancel: "cancelled" },
	cancelled: {},
};

/** What the rules need to know beside the state. */
type Standing = {
	isPublished: boolean;
	/** Of the public version; "scheduled" where nothing is said. */
	publicStatus?: EventStatus;
	/** A reviewer has hidden it, and it has not come back since. */
	isTakenDown?: boolean;
};

/**
 * The state that follows, or null where the action is not allowed.
 * `discard` throws an unpublished edit away and goes back to the published revision, so it needs one; `cancel` and
 * `postpone` speak of what is public, and leave an open draft open. So do `take_down`, which hides what is public, and
 * `restore`, which shows again what was hidden. `reopen` takes a decision back.
 */
export function nextState(
	state: EventState,
	action: EventAction,
	{ isPublished, publicStatus = "scheduled", isTakenDown = false }: Standing,
): EventState | null {
	if ((action === "discard" || action === "take_down") && !isPublished) return null;
	if (action === "restore" && (isPublished || !isTakenDown)) return null;
	if (action === "cancel" || action === "postpone") {
		if (!isPublished || nextStatus(publicStatus, action) === null) return null;
	}
	return TRANSITIONS[state][action] ?? null;
}

/** The state of a recap that follows, or null where the action is not allowed; a recap goes the way of an event. */
export function nextRecapState(state: EventState, action: RecapAction): EventState | null {
	return TRANSITIONS[state][action] ?? null;
}

/** The status that follows for the public, or null where the action is not allowed: what is cancelled stays so. */
export function nextStatus(status: EventStatus, action: CallOffAction): EventStatus | null {
	return CALLED_OFF[status][action] ?? null;
}

/** The actions that `nextState` allows, in the order of EVENT_ACTIONS. */
export function allowedActions(state: EventState, event: Standing): EventAction[] {
	return EVENT_ACTIONS.filter((action) => nextState(state, action, event) !== null);
}
