import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What a control needs to belong to its label, hint and error. */
export type ControlProps = {
	id: string;
	name: string;
	required: boolean;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
};

export type FieldProps = {
	/** Also the id of the control, so that an error summary can link to it. */
	name: string;
	/** Only where two forms of one page have a field of the same name. */
	id?: string;
	label: ReactNode;
	hint?: ReactNode;
	/** A translated sentence; its presence marks the control as invalid. */
	error?: string;
	/** Under the control: something to look at, which is not wrong. */
	note?: ReactNode;
	/** Fields not required say "optional" after their label. */
	required?: boolean;
	/** Leaves out "optional", for a form in which nothing is required (a filter). */
	plain?: boolean;
	className?: string;
};

/** A label, a hint, an error and, between them, the control that `children` renders. */
export function Field({
	name,
	id = name,
	label,
	hint,
	error,
	note,
	required = false,
	plain = false,
	className,
	children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
	const t = useTranslations("ui");
	return (
		<div className={classNames("flex flex-col gap-1.5", className)}>
			<label
				htmlFor={id}
				className="flex flex-wrap items-baseline gap-x-2 font-medium leading-snug"
			>
				{label}
				{!required && !plain && (
					<span className="text-sm font-normal text-muted">{t("optional")}</span>
				)}
			</label>
			{hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
			<FieldError id={`${id}-error`} message={error} />
			{children({ ...controlProps({ id, name, hint, error, note }), required })}
			{note && <div id={`${id}-note`}>{note}</div>}
		</div>
	);
}

/** Ties a control to the hint and the error that belong to it. */
export function controlProps(field: {
	id: string;
	name: string;
	hint?: ReactNode;
	error?: string;
	note?: ReactNode;
}): Omit<ControlProps, "required"> {
	const described = [
		field.hint && `${field.id}-hint`,
		field.error && `${field.id}-error`,
		field.note && `${field.id}-note`,
	];
	return {
		id: field.id,
		name: field.name,
		"aria-describedby": described.filter(Boolean).join(" ") || undefined,
		"aria-invalid": field.error ? true : undefined,
	};
}

/** A quiet sentence under a label. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
	return (
		<div id={id} className="max-w-narrow text-sm text-muted">
			{children}
		</div>
	);
}

/** The sentence that says what is wrong with an answer; nothing when nothing is. */
export function FieldError({ id, message }: { id: string; message?: string }) {
	if (!message) return null;
	return (
		<p id={id} className="border-s-4 border-rule ps-3 text-sm font-medium text-accent">
			{message}
		</p>
	);
}
