import { expect, it } from "vitest";
import { readPosition } from "./position";

it("reads a shared position", () => {
	expect(readPosition("#map=4.25/40.380/-49.9")).toEqual({
		zoom: 4.25,
		center: { lat: 40.38, lng: -49.9 },
	});
});

it.each(["", "#map", "#map=4/95/10", "#map=4/10/181", "#map=1/2", "#map=a/b/c", "#content"])(
	"leaves %j to others",
	(hash) => {
		expect(readPosition(hash)).toBeNull();
	},
);
