import { expect, it } from "vitest";
import { seatName } from "./seat-name";

it.each([
	["Vienna", "AT", "de", "Wien"],
	["Vienna", "AT", "ar", "فيينا"],
	["Vienna", "US", "de", "Vienna"],
	["A hamlet that no gazetteer has", "AT", "de", "A hamlet that no gazetteer has"],
	[null, "AT", "de", null],
])("the seat %j in %s is called in %s %j", (cityName, country, locale, name) => {
	expect(seatName({ cityName, country }, locale)).toBe(name);
});
