import { expect, it } from "vitest";
import { zoneByName } from "./windows-zones";

it.each([
	["Europe/Berlin", "Europe/Berlin"],
	["Etc/UTC", "UTC"],
	["UTC", "UTC"],
	["W. Europe Standard Time", "Europe/Berlin"],
	["Azerbaijan Standard Time", "Asia/Baku"],
	["Turkey Standard Time", "Europe/Istanbul"],
	["India Standard Time", "Asia/Kolkata"],
	["FLE Standard Time", "Europe/Kyiv"],
	["Eastern Standard Time", "America/New_York"],
	["Customized Time Zone", null],
	["Mars/Base", null],
	["__proto__", null],
	["", null],
])("%j is %j", (name, zone) => {
	expect(zoneByName(name)).toBe(zone);
});
