import { useFormatter } from "next-intl";

const HOURS_A_DAY = 24;

/** A time span in hours, from two days on in days; a dash where there is none. */
export function Duration({ hours }: { hours: number | null }) {
	const format = useFormatter();
	if (hours === null) return "–";
	const isLong = hours >= 2 * HOURS_A_DAY;
	return format.number(isLong ? hours / HOURS_A_DAY : hours, {
		style: "unit",
		unit: isLong ? "day" : "hour",
		unitDisplay: "short",
		maximumFractionDigits: hours < 10 || isLong ? 1 : 0,
	});
}
