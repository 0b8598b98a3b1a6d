import type { FocusEvent } from "react";
import { withProtocol } from "@/lib/text/web-address";

/** Completes "www.example.org" as somebody leaves the field, so that they see it and it is saved like what is typed. */
export function completeAddress({ currentTarget: field }: FocusEvent<HTMLInputElement>): void {
	const typed = field.value.trim();
	const whole = withProtocol(typed);
	if (whole === typed) return;
	field.value = whole;
	field.dispatchEvent(new Event("input", { bubbles: true }));
}
