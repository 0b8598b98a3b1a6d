import { type SubmitEvent, startTransition, useActionState } from "react";
import type { FormAction } from "@/app/define-action";

/**
 * An action with its form: `state` is what it answered last. The form keeps what was typed, which React would empty
 * when the action has answered, and is sent once at a time; without script the browser sends it by itself.
 */
export function useKeptForm<Result>(action: FormAction<Result>) {
	const [state, send, isPending] = useActionState(action, null);
	function onSubmit(event: SubmitEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
		if (!isPending) startTransition(() => send(form));
	}
	return { state, isPending, form: { action: send, noValidate: true, onSubmit } };
}
