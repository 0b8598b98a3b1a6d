import { expect, it } from "vitest";
import { isAlike } from "./alike";

it.each([
	["Vigil in Berlin", "VIGIL IN BERLIN!", true],
	["Anım mərasimi, Bakı", "Anim mərasimi Baki", true],
	["Vigil for the victims of Khojaly", "Vigil for the victims of Khojaly, Berlin", true],
	["Vigil", "Vigil and exhibition of photographs", false],
	["Vigil in Berlin", "Concert in Berlin", false],
	["مراسم إحياء الذكرى", "مراسم إحياء الذكرى", true],
	["", "Vigil", false],
	["…", "!", false],
])("%j and %j: %j", (one, other, expected) => {
	expect(isAlike(one, other)).toBe(expected);
	expect(isAlike(other, one)).toBe(expected);
});
