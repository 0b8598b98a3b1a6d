"use client";

import { Fragment } from "react";
import { classNames } from "@/components/ui/class-names";
import { timeLeft } from "@/lib/time/span";
import { useClock } from "./live-clock";

const UNITS = ["days", "hours", "minutes", "seconds"] as const;

type Props = {
	/** Milliseconds since 1970. */
	to: number;
	renderedAt: number;
	/** Short names that need no plural. */
	units: Record<(typeof UNITS)[number], string>;
	className?: string;
	unitClass?: string;
};

/** The time until a moment. Who asks for less motion, and who has no script, sees no seconds. */
export function Countdown({ to, renderedAt, units, className, unitClass }: Props) {
	const left = useClock(renderedAt, (now) => {
		const { days, hours, minutes, seconds } = timeLeft(now, to);
		return `${days} ${hours} ${minutes} ${now === renderedAt ? "" : seconds}`;
	}).split(" ");
	const first = left.findIndex((value, index) => value !== "0" || index === 2);
	return (
		<span role="timer" className={className}>
			{UNITS.map((unit, index) => {
				const value = left[index];
				if (index < first || !value) return null;
				return (
					<Fragment key={unit}>
						{index > first && " "}
						<span
							className={classNames(
								"whitespace-nowrap",
								unit === "seconds" && "motion-reduce:hidden",
							)}
						>
							{index === first ? value : value.padStart(2, "0")}
							<span className={unitClass}> {units[unit]}</span>
						</span>
					</Fragment>
				);
			})}
		</span>
	);
}
