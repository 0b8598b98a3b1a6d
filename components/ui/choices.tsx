import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlProps, FieldError, Hint } from "./field";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "name"> & {
	name: string;
	label: ReactNode;
	hint?: ReactNode;
	error?: string;
};

/** One native checkbox with its label beside it. */
export function Checkbox({
	name,
	id = name,
	label,
	hint,
	error,
	className,
	...input
}: CheckboxProps) {
	return (
		<div className={classNames("flex flex-col gap-1", className)}>
			<FieldError id={`${id}-error`} message={error} />
			<label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
				<input
					{...input}
					{...controlProps({ id, name, hint, error })}
					type="checkbox"
					className="control-check"
				/>
				<span className="min-w-0 leading-snug hyphens-auto wrap-anywhere">{label}</span>
			</label>
			{hint && (
				<div className="ps-9">
					<Hint id={`${id}-hint`}>{hint}</Hint>
				</div>
			)}
		</div>
	);
}

export type FieldsetProps = {
	/** Id of the group and target of an error summary. */
	name: string;
	legend: ReactNode;
	hint?: ReactNode;
	error?: string;
	/** Says "optional" after the legend. */
	optional?: boolean;
	/** `section` for a part of a form, `field` for one question with several controls. */
	size?: "section" | "field";
	className?: string;
	children: ReactNode;
};

/** A group of controls under one legend. */
export function Fieldset({
	name,
	legend,
	hint,
	error,
	optional = false,
	size = "field",
	className,
	children,
}: FieldsetProps) {
	const t = useTranslations("ui");
	const described = controlProps({ id: name, name, hint, error })["aria-describedby"];
	const legendClass = size === "section" ? "text-xl font-medium" : "font-medium leading-snug";
	return (
		<fieldset
			id={name}
			tabIndex={-1}
			aria-describedby={described}
			className={classNames("min-w-0", className)}
		>
			<legend className={legendClass}>
				{legend}
				{optional && <span className="ms-2 text-sm font-normal text-muted">{t("optional")}</span>}
			</legend>
			<div
				className={classNames("flex flex-col", size === "section" ? "gap-6 pt-4" : "gap-2 pt-1.5")}
			>
				{hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
				<FieldError id={`${name}-error`} message={error} />
				{children}
			</div>
		</fieldset>
	);
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = Omit<FieldsetProps, "children" | "size"> & {
	options: readonly RadioOption[];
	/** Uncontrolled: the value chosen at first. */
	defaultValue?: string;
	/** Controlled: the value chosen now, with `onValueChange`. */
	value?: string;
	onValueChange?: (value: string) => void;
	required?: boolean;
	/** Cards in columns on wide screens; one column unless given. */
	columns?: 1 | 2 | 3;
};

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" } as const;

/** Native radio buttons, each a card that can be pressed anywhere. */
export function RadioGroup({
	options,
	defaultValue,
	value,
	onValueChange,
	required,
	columns = 1,
	...group
}: RadioGroupProps) {
	return (
		<Fieldset {...group}>
			<div className={classNames("grid gap-2", COLUMNS[columns])}>
				{options.map((option) => (
					<label
						key={option.value}
						className="flex min-h-12 cursor-pointer items-start gap-3 rounded-sm border border-line-strong bg-surface px-4 py-3 hover:border-ink has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-disabled:cursor-not-allowed has-disabled:bg-sunken has-disabled:text-muted"
					>
						<input
							type="radio"
							name={group.name}
							value={option.value}
							required={required}
							disabled={option.disabled}
							className="control-check"
							{...(value === undefined
								? { defaultChecked: option.value === defaultValue }
								: { checked: option.value === value })}
							onChange={onValueChange && ((event) => onValueChange(event.currentTarget.value))}
						/>
						<span className="min-w-0 hyphens-auto wrap-anywhere">
							<span className="block leading-snug font-medium">{option.label}</span>
							{option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
						</span>
					</label>
				))}
			</div>
		</Fieldset>
	);
}
