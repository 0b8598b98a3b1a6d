import type { ReactNode } from "react";
import { Fieldset } from "@/components/ui/choices";

/** One part of the form, under its heading and above a line. */
export function FormSection({
	name,
	legend,
	hint,
	error,
	children,
}: {
	name: string;
	legend: string;
	hint?: ReactNode;
	error?: string;
	children: ReactNode;
}) {
	return (
		<div className="border-t border-ink pt-6">
			<Fieldset name={name} legend={<h2>{legend}</h2>} hint={hint} error={error} size="section">
				<div className="flex flex-col gap-8">{children}</div>
			</Fieldset>
		</div>
	);
}
