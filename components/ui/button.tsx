import type { ComponentProps } from "react";
import { Link } from "@/i18n/navigation";
import { type ButtonLook, buttonClass } from "./button-class";
import { classNames } from "./class-names";

/** A button that is not of type submit unless asked to be; forms use `SubmitButton`. */
export function Button({
	variant,
	wide,
	className,
	type = "button",
	...props
}: ComponentProps<"button"> & ButtonLook) {
	return (
		<button
			type={type}
			className={classNames(buttonClass({ variant, wide }), className)}
			{...props}
		/>
	);
}

/** A link to a page of this site that looks like a button; `href` without the language. */
export function ButtonLink({
	variant,
	wide,
	className,
	...props
}: ComponentProps<typeof Link> & ButtonLook) {
	return <Link className={classNames(buttonClass({ variant, wide }), className)} {...props} />;
}

/** A link to a file or another site that looks like a button. */
export function ButtonAnchor({
	variant,
	wide,
	className,
	...props
}: ComponentProps<"a"> & ButtonLook) {
	return <a className={classNames(buttonClass({ variant, wide }), className)} {...props} />;
}
