import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";

/** A bare one-line input; needs a label from elsewhere. */
export function Input({ className, ...props }: ComponentProps<"input">) {
	return <input className={classNames("control", className)} {...props} />;
}

/** A bare text area; needs a label from elsewhere. */
export function Textarea({ className, rows = 5, ...props }: ComponentProps<"textarea">) {
	return <textarea rows={rows} className={classNames("control", className)} {...props} />;
}

/** A bare native select; needs a label from elsewhere. */
export function Select({ className, ...props }: ComponentProps<"select">) {
	return <select className={classNames("control", className)} {...props} />;
}

type Own<Tag extends "input" | "textarea" | "select"> = FieldProps &
	Omit<ComponentProps<Tag>, keyof FieldProps>;

/** A labelled one-line input of any text-like type. */
export function TextField({
	name,
	id,
	label,
	hint,
	error,
	note,
	required,
	plain,
	className,
	...input
}: Own<"input">) {
	const field = { name, id, label, hint, error, note, required, plain, className };
	return <Field {...field}>{(control) => <Input {...input} {...control} />}</Field>;
}

/** A labelled text area. */
export function TextareaField({
	name,
	id,
	label,
	hint,
	error,
	note,
	required,
	plain,
	className,
	...input
}: Own<"textarea">) {
	const field = { name, id, label, hint, error, note, required, plain, className };
	return <Field {...field}>{(control) => <Textarea {...input} {...control} />}</Field>;
}

export type SelectOption = { value: string; label: ReactNode };

/** A labelled native select; give `options`, or `children` where options are grouped. */
export function SelectField({
	name,
	id,
	label,
	hint,
	error,
	note,
	required,
	plain,
	className,
	options,
	children,
	...input
}: Own<"select"> & { options?: readonly SelectOption[] }) {
	const field = { name, id, label, hint, error, note, required, plain, className };
	return (
		<Field {...field}>
			{(control) => (
				<Select {...input} {...control}>
					{children}
					{options?.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}
