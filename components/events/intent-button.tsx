"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useEventForm } from "./form-context";

type Props = Pick<ComponentProps<typeof Button>, "variant" | "className" | "children"> & {
	/** What the form is sent for where no script runs. */
	intent: string;
	/** Does the same at once where one does. */
	onIntent: () => void;
};

/** A button that changes the form of an event; without script the form itself is sent with its intent. */
export function IntentButton({ intent, onIntent, ...button }: Props) {
	const { isEnhanced } = useEventForm();
	return (
		<Button
			{...button}
			type="submit"
			name="intent"
			value={intent}
			onClick={(event) => {
				if (!isEnhanced) return;
				event.preventDefault();
				onIntent();
			}}
		/>
	);
}
