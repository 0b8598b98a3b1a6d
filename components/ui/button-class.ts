import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

/** How a button looks. */
export type ButtonLook = { variant?: ButtonVariant; wide?: boolean };

const BASE =
	"inline-flex min-h-12 items-center justify-center gap-2 rounded-sm border py-2.5 text-center text-base leading-snug font-medium no-underline transition-colors duration-150 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted aria-disabled:opacity-60 print:hidden";

const VARIANTS: Record<ButtonVariant, string> = {
	primary:
		"border-ink bg-ink px-5 text-paper hover:border-accent-fill hover:bg-accent-fill hover:text-on-accent",
	secondary: "border-line-strong bg-transparent px-5 text-ink hover:border-ink hover:bg-sunken",
	// Without a box its text stands where the column begins.
	quiet:
		"border-x-0 border-transparent bg-transparent text-ink underline decoration-rule decoration-1 underline-offset-[0.3em] hover:text-accent hover:decoration-2",
	danger: "border-rule bg-transparent px-5 text-accent hover:bg-accent-fill hover:text-on-accent",
};

/** Class names of a button, for the rare element that must look like one. */
export function buttonClass({ variant = "primary", wide = false }: ButtonLook = {}): string {
	return classNames(BASE, VARIANTS[variant], wide && "w-full");
}
