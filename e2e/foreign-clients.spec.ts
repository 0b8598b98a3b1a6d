import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { db } from "@/lib/db/client";
import { findCityByName } from "@/lib/places/gazetteer";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { provide } from "@/scripts/browsers.mjs";
import { expect, test } from "./support/test";

const CLIENTS = ["vdirsyncer", "khal", "newsboat"];
/** Where the reader of the calendar is at home. */
const HOME_ZONE = "Asia/Tokyo";
const SEASON = 2028;

/** 19:00 on 26 February on the clocks of the place, and what that is in Tokyo. */
const PLACES = [
	{ city: "Kathmandu", country: "NP", start: "2028-02-26 22:15" },
	{ city: "St. John's", country: "CA", start: "2028-02-27 07:30" },
	{ city: "Kiritimati", country: "KI", start: "2028-02-26 14:00" },
	{ city: "Auckland", country: "NZ", start: "2028-02-26 15:00" },
];

test.skip(!CLIENTS.every(provide), `${CLIENTS.join(", ")} could not all be installed here`);

let home = "";
let feedQuery = "";

test.beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), "clients-"));
	const made = { organisation: await makeOrganisation(), reviewer: await makeAdmin() };
	feedQuery = `organiser=${made.organisation.slug}`;
	for (const { city, country } of PLACES) {
		const found = findCityByName(city, country);
		await makePublished({
			...made,
			content: {
				startDate: `${SEASON}-02-26`,
				startTime: "19:00",
				endTime: "20:00",
				country,
				cityGeonameId: found?.id ?? null,
				cityName: city,
				timezone: found?.timezone ?? (country === "KI" ? "Pacific/Kiritimati" : "UTC"),
				venueName: null,
				lat: null,
				lon: null,
				texts: {
					en: {
						title: `Evening in ${city}`,
						description: "Music; silence, and more.",
					},
					az: { title: `${city}: Xocalının xatirəsinə gecə`, description: "" },
					ar: { title: `أمسية في ${city}`, description: "" },
				},
			},
		});
	}
	await makePublished({
		...made,
		content: {
			timing: "all_day",
			startDate: `${SEASON}-02-24`,
			endDate: `${SEASON}-02-26`,
			startTime: null,
			endTime: null,
			texts: { en: { title: "Exhibition of three days", description: "" } },
		},
	});
	const { eventId } = await makePublished({
		...made,
		content: {
			startDate: `${SEASON}-02-27`,
			texts: { en: { title: "Evening that was cancelled", description: "" } },
		},
	});
	await db.publishedEvent.update({
		where: { id: eventId },
		data: { status: "cancelled", statusReason: "The hall is closed." },
		select: { id: true },
	});
});

test.afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(program: string, ...args: string[]): string {
	const env = { ...process.env, HOME: home, LC_ALL: "C.UTF-8", TZ: HOME_ZONE };
	return execFileSync(program, args, {
		cwd: home,
		env,
		encoding: "utf8",
		input: "y\ny\n",
		timeout: 60_000,
	});
}

/** Fetches a feed with vdirsyncer, and lists it with khal for a reader in Tokyo. */
function readCalendar(name: string, feed: string, from: string, to: string): string {
	const folder = join(home, name);
	mkdirSync(folder);
	writeFileSync(
		join(home, `${name}.vdirsyncer`),
		`[general]
status_path = "${home}/${name}-status/"
[pair it]
a = "local"
b = "web"
collections = null
[storage local]
type = "filesystem"
path = "${folder}"
fileext = ".ics"
[storage web]
type = "http"
url = "${feed}"
`,
	);
	run("vdirsyncer", "-c", `${name}.vdirsyncer`, "discover");
	run("vdirsyncer", "-c", `${name}.vdirsyncer`, "sync");
	writeFileSync(
		join(home, `${name}.khal`),
		`[calendars]
[[it]]
path = ${folder}
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = ${HOME_ZONE}
default_timezone = ${HOME_ZONE}
[sqlite]
path = ${home}/${name}.db
`,
	);
	const format = "{start-long-full} | {end-long-full} | {status}| {title}";
	return run("khal", "-c", `${name}.khal`, "list", "--notstarted", "--format", format, from, to);
}

test("vdirsyncer fetches the calendar and khal shows the hours of its reader, across the date line too", ({
	server,
}) => {
	const feed = `${server.baseUrl}/feeds/calendar.ics?${feedQuery}`;
	const listed = readCalendar("season", feed, `${SEASON}-02-20`, `${SEASON}-03-05`);
	for (const { city, start } of PLACES)
		expect(listed).toMatch(new RegExp(`^${start} \\| .*Evening in ${city}`, "m"));
	expect(listed).toMatch(/^2028-02-24 00:00 \| 2028-02-26 00:00 \| .*Exhibition of three days/m);
	expect(listed).toMatch(/CANCELLED.*Evening that was cancelled/);
});

test("an hour of 2012 in Istanbul is read with the clocks of that year", ({ server }) => {
	const feed = `${server.baseUrl}/feeds/calendar.ics?season=2012&country=TR`;
	const listed = readCalendar("istanbul", feed, "2012-02-20", "2012-03-05");
	// 14:00 in Istanbul was 12:00 UTC, and is 21:00 in Tokyo.
	expect(listed).toMatch(/^2012-02-26 21:00 \| .*Taksim Square/m);
});

test("newsboat reads the feed in Azerbaijani and in Arabic", ({ server }) => {
	for (const [lang, title] of [
		["az", "Kathmandu: Xocalının xatirəsinə gecə"],
		["ar", "أمسية في Kathmandu"],
	]) {
		const feed = `${server.baseUrl}/feeds/events.rss?${feedQuery}&lang=${lang}`;
		writeFileSync(join(home, "urls"), `${feed}\n`);
		const files = ["-u", "urls", "-c", `${lang}.db`, "-C", "/dev/null"];
		expect(run("newsboat", ...files, "-x", "reload", "print-unread")).toContain("6 unread");
		const titles = run(
			"/usr/bin/python3",
			"-c",
			"import sqlite3, sys; print(*[t for t, in sqlite3.connect(sys.argv[1]).execute('SELECT title FROM rss_item')], sep='\\n')",
			`${lang}.db`,
		);
		expect(titles.split("\n")).toContain(title);
	}
});
