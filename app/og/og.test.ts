import { NextRequest } from "next/server";
import { beforeAll, expect, it, vi } from "vitest";
import { findPublished } from "@/lib/calendar/queries";
import { db, inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import {
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	submitAgain,
} from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";
import { GET as getEventPicture } from "./[locale]/[season]/[file]/route";
import { GET as getSitePicture } from "./[locale]/route";
import { eventPreviewImage } from "./preview-image";
import { eventPreview } from "./preview-words";

// Next's data cache exists only inside Next; without it each call reads the database.
vi.mock("next/cache", () => ({
	unstable_cache: (read: unknown) => read,
	revalidateTag: () => undefined,
}));

useDatabase();

const CANARY = "Kanarvogel";
let event: MadeEvent;
let address: { season: number | null; slug: string };

beforeAll(async () => {
	event = await makePublished();
	address = await addressOf(event);
});

function addressOf({ eventId }: MadeEvent) {
	return db.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { season: true, slug: true },
	});
}

function picture(
	params: { locale?: string; season?: string; file?: string } = {},
	headers: Record<string, string> = {},
): Promise<Response> {
	const whole = {
		locale: "en",
		season: `${address.season}`,
		file: `${address.slug}.png`,
		...params,
	};
	const request = new NextRequest("http://localhost:3000/og/x.png", { headers });
	return getEventPicture(request, { params: Promise.resolve(whole) });
}

async function published({ eventId }: MadeEvent) {
	const { season, slug } = await addressOf({ eventId } as MadeEvent);
	const found = await findPublished(season, slug);
	if (!found) throw new Error("the event is public");
	return found;
}

it("is a PNG that stores keep for a minute and check afterwards", async () => {
	const answer = await picture();
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-type")).toBe("image/png");
	expect(answer.headers.get("cache-control")).toBe("public, max-age=3600, s-maxage=60");
	const known = answer.headers.get("etag") ?? "";
	const again = await picture({}, { "if-none-match": known });
	expect([again.status, await again.text()]).toEqual([304, ""]);
	expect((await picture({ locale: "az" })).headers.get("etag")).not.toBe(known);
});

it("says the title, the day and the place in the reader's language", async () => {
	const words = await eventPreview(await published(event), "ru");
	expect(words.title.text).toContain("Commemoration at the embassy");
	expect(words.title.direction).toBe("ltr");
	expect(words.facts[0]).toMatch(/^26 февраля 20\d\d г\.$/);
	expect(words.facts[1]).toBe("Берлин, Германия");
	expect((await eventPreview(await published(event), "ar")).direction).toBe("rtl");
});

it("gives the kind of event for a title that our fonts cannot write", async () => {
	const texts = { ja: { title: "追悼式", description: "" } };
	const japanese = await makePublished({ content: { texts } });
	const { title } = await eventPreview(await published(japanese), "de");
	expect(title.text).toBe("Gedenkfeier");
});

it("has an address that changes with the picture alone", async () => {
	const before = await eventPreviewImage(await published(event), "en");
	expect(before).toMatchObject({ width: 1200, height: 630, type: "image/png" });
	expect(before.url).toMatch(
		new RegExp(
			`^http://localhost:3000/og/en/${address.season}/${address.slug}\\.png\\?v=[\\w-]{12}$`,
		),
	);
	const same = { ...(await published(event)), sequence: 7, contactName: "Someone else" };
	expect(await eventPreviewImage(same, "en")).toEqual(before);
	const cancelled = { ...(await published(event)), status: "cancelled" as const };
	expect((await eventPreviewImage(cancelled, "en")).url).not.toBe(before.url);
});

it("shows nothing of drafts and of edits that nobody approved", async () => {
	const secret = { texts: { en: { title: CANARY, description: CANARY } } };
	await makeDraft({ content: secret });
	expect((await picture({ file: `${CANARY.toLowerCase()}.png` })).status).toBe(404);
	const before = (await picture()).headers.get("etag");
	event = await submitAgain(await edit(event, secret));
	expect((await picture()).headers.get("etag")).toBe(before);
	expect(JSON.stringify(await eventPreview(await published(event), "en"))).not.toContain(CANARY);
});

it("goes when the event is withdrawn", async () => {
	const leaving = await makePublished();
	const { slug } = await addressOf(leaving);
	expect((await picture({ file: `${slug}.png` })).status).toBe(200);
	const { eventId, eventVersion, author, now } = leaving;
	await inTransaction((tx) => withdrawEvent(tx, author, { eventId, eventVersion, now }));
	expect((await picture({ file: `${slug}.png` })).status).toBe(404);
});

it.each([
	{ locale: "xx" },
	{ season: "20277" },
	{ file: "no-such-event.png" },
	{ file: "../../etc/passwd.png" },
	{ file: "no-ending" },
])("has nothing at %j", async (params) => {
	expect((await picture(params)).status).toBe(404);
});

it("draws one for the other pages of each language", async () => {
	const request = new NextRequest("http://localhost:3000/og/az.png");
	const answer = await getSitePicture(request, { params: Promise.resolve({ locale: "az.png" }) });
	expect(answer.headers.get("content-type")).toBe("image/png");
	for (const locale of ["az", "xx.png"]) {
		const none = await getSitePicture(request, { params: Promise.resolve({ locale }) });
		expect(none.status).toBe(404);
	}
});
