import { expect, it } from "vitest";
import { movedFrom } from "./moved-from";

const DAY = "2027-02-26";
const EARLIER = "2027-02-25";

it.each([
	["rescheduled", EARLIER, DAY, EARLIER],
	["rescheduled", EARLIER, null, EARLIER],
	["rescheduled", DAY, DAY, null],
	["rescheduled", null, DAY, null],
	["scheduled", EARLIER, DAY, null],
	["cancelled", EARLIER, DAY, null],
] as const)(
	"an event that is %s, was on %s and is on %s left %s",
	(status, previousStartDate, startDate, expected) => {
		expect(movedFrom({ status, previousStartDate, schedule: { startDate } })).toBe(expected);
	},
);
