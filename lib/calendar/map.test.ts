import { beforeAll, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listMapEvents, readMap } from "./map";
import { selectEvents } from "./select-events";

useDatabase();

const NOW = new Date("2026-12-01T00:00:00Z");
const WORLD = { west: -180, south: -90, east: 180, north: 90 };
/** Finer than the bounds of clusters: above and below what they are rounded to. */
const PINS = [
	[52.5200066, 13.4049539],
	[52.5200034, 13.4049571],
	[52.5200088, 13.4049512],
	[-33.8688197, -70.6482687],
	[-33.8688241, -70.6482644],
] as const;

beforeAll(async () => {
	const by = { organisation: await makeOrganisation(), reviewer: await makeAdmin() };
	for (const [lat, lon] of PINS) await makePublished({ ...by, content: { lat, lon } });
});

it("lists every event of a cluster in the cluster's bounds", async () => {
	const selection = await selectEvents({});
	for (const zoom of [0, 3, 10, 17]) {
		const { features } = await readMap(selection, { box: WORLD, zoom, locale: "en" });
		const clusters = features.flatMap(({ properties }) =>
			properties.kind === "cluster" ? [properties] : [],
		);
		expect(clusters.length).toBeGreaterThan(0);
		for (const { count, bounds } of clusters) {
			const [west, south, east, north] = bounds;
			const box = { west, south, east, north };
			const listed = await listMapEvents(selection, { box, locale: "en", now: NOW });
			expect(listed.count).toBeGreaterThanOrEqual(count);
			expect(listed.items).toHaveLength(listed.count);
		}
	}
});
