import { expect, it } from "vitest";
import { findPublishedById } from "@/lib/calendar/queries";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";
import { toApiEvent } from "./api-event";

useDatabase();

it("names the day that a rescheduled event left, never the day that it is on", async () => {
	const { eventId } = await makePublished({ content: { startDate: "2027-02-26" } });
	const tell = async (day: string) => {
		await db.publishedEvent.update({
			where: { id: eventId },
			data: { status: "rescheduled", previousStartDate: new Date(day) },
			select: { id: true },
		});
		const event = await findPublishedById(eventId);
		if (!event) throw new Error("not public");
		return toApiEvent(event, { lang: "en", origin: "https://calendar.example" }).previousStartDate;
	};
	expect(await tell("2027-02-25")).toBe("2027-02-25");
	expect(await tell("2027-02-26")).toBeNull();
});

it("gives no point for what is only online", async () => {
	const { eventId } = await makePublished({
		content: { attendanceMode: "online", onlineUrl: "https://calendar.example/live" },
	});
	const event = await findPublishedById(eventId);
	if (!event) throw new Error("not public");
	const tell = (attendanceMode: "online" | "in_person") =>
		toApiEvent({ ...event, attendanceMode }, { lang: "en", origin: "https://calendar.example" })
			.place;
	expect(tell("online")).toMatchObject({ lat: null, lon: null, isPinExact: false });
	expect(tell("in_person").lat).not.toBeNull();
});
