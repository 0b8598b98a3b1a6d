import { classNames } from "./class-names";

/** A thin arrow head along or across the line of reading. */
export function Chevron({
	towards,
	className,
}: {
	towards: "start" | "end" | "down";
	className?: string;
}) {
	const path = { start: "M7.5 2 3.5 6l4 4", end: "m4.5 2 4 4-4 4", down: "m2 4.5 4 4 4-4" }[
		towards
	];
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 12 12"
			className={classNames("h-3 w-3 flex-none", towards !== "down" && "mirror-rtl", className)}
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
		>
			<path d={path} />
		</svg>
	);
}
