import { describe, expect, it } from "vitest";
import { clientIp, ipKey } from "./client-ip";

describe("clientIp", () => {
	it.each([
		["1.2.3.4", "9.9.9.9", 0, "9.9.9.9"],
		[null, "9.9.9.9", 0, "9.9.9.9"],
		["1.2.3.4", "10.0.0.1", 1, "1.2.3.4"],
		["6.6.6.6, 1.2.3.4", "10.0.0.1", 1, "1.2.3.4"],
		["6.6.6.6, 1.2.3.4, 10.0.0.2", "10.0.0.1", 2, "1.2.3.4"],
		["1.2.3.4", "10.0.0.1", 5, "1.2.3.4"],
		[null, "::ffff:9.9.9.9", 0, "9.9.9.9"],
		["nonsense", "10.0.0.1", 1, null],
		[null, null, 0, null],
	])("reads %j over %j behind %i proxies as %j", (forwarded, socket, proxies, expected) => {
		expect(clientIp(forwarded, socket, proxies)).toBe(expected);
	});
});

describe("ipKey", () => {
	it("counts an IPv6 customer's whole /64 as one", () => {
		expect(ipKey("2001:db8:1:2:aaaa::1")).toBe(ipKey("2001:db8:1:2:bbbb::2"));
		expect(ipKey("2001:db8:1:2::1")).not.toBe(ipKey("2001:db8:1:3::1"));
	});

	it("counts IPv4 addresses one by one, also when mapped into IPv6", () => {
		expect(ipKey("::ffff:1.2.3.4")).toBe("1.2.3.4");
		expect(ipKey("1.2.3.5")).not.toBe(ipKey("1.2.3.4"));
		expect(ipKey(null)).toBe("unknown");
	});
});
