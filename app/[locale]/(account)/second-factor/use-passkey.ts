import { startTransition, useActionState, useMemo, useRef, useState } from "react";
import type { FormAction } from "@/app/define-action";
import { problemsOf } from "@/app/form-problems";
import type { FormProblem } from "@/components/ui/error-summary";

type Translate = (key: string, values?: Record<string, string>) => string;

/**
 * What the button of a passkey does: it asks the server for a challenge, lets the browser answer it, and sends the answer.
 * @param answer what the browser does with the challenge; it throws when the person or the device refuses
 * @param refused what is said then
 */
export function usePasskey({
	ask,
	answer,
	send,
	fields,
	texts: { errors, refused },
}: {
	ask: FormAction<string>;
	answer: (challenge: string) => Promise<unknown>;
	send: FormAction<void>;
	fields: Readonly<Record<string, string>>;
	texts: { errors: Translate; refused: string };
}): { press: () => void; isBusy: boolean; problems: FormProblem[] } {
	const [state, dispatch, isSending] = useActionState(send, null);
	const [problems, setProblems] = useState<FormProblem[]>([]);
	const [isAsking, setAsking] = useState(false);
	const isUnderWay = useRef(false);

	async function run() {
		setProblems([]);
		const asked = await ask(null, new FormData());
		if (!asked?.ok) {
			setProblems(problemsOf(asked, errors));
			return;
		}
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		try {
			form.set("response", JSON.stringify(await answer(asked.data)));
		} catch {
			setProblems([{ message: refused }]);
			return;
		}
		startTransition(() => dispatch(form));
	}

	function press() {
		if (isUnderWay.current) return;
		isUnderWay.current = true;
		setAsking(true);
		run()
			.catch(() => setProblems([{ message: refused }]))
			.finally(() => {
				isUnderWay.current = false;
				setAsking(false);
			});
	}

	// There is no field to lead to: the browser shows its own window.
	const answered = useMemo(
		() => problemsOf(state, errors).map(({ message }) => ({ message })),
		[state, errors],
	);
	return {
		press,
		isBusy: isAsking || isSending,
		problems: problems.length > 0 || isAsking ? problems : answered,
	};
}
