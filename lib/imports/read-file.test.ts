import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";
import { MAX_IMPORT_BYTES } from "./schema";
import { writeWorkbook } from "./write-workbook";

const read = (content: string | Uint8Array<ArrayBuffer>) => readFile(new Blob([content]));
const refused = (key: string) => ({ code: "invalid", fields: { file: key } });
const bytesOf = (files: Record<string, Uint8Array>) => zipSync(files) as Uint8Array<ArrayBuffer>;

describe("a CSV file", () => {
	it.each([",", ";", "\t"])("is read with %j between its cells", async (delimiter) => {
		const text = [`Title${delimiter}"Venue, or ""hall"""`, `One${delimiter}"Line 1\nLine 2"`].join(
			"\r\n",
		);
		expect(await read(`\uFEFF${text}`)).toEqual({
			format: "csv",
			headers: ["Title", 'Venue, or "hall"'],
			rows: [{ number: 2, cells: ["One", "Line 1\nLine 2"] }],
		});
	});

	it("keeps the file's numbers of rows, leaves empty ones aside and takes a guard away", async () => {
		const { rows } = await read("Title,Phone\n,\nOne,'+994 12\n");
		expect(rows).toEqual([{ number: 3, cells: ["One", "+994 12"] }]);
	});

	it("is read in Excel's Unicode text", async () => {
		const text = "Başlıq\tŞəhər\nAnım\tBakı\n";
		const bytes = new Uint8Array([
			0xff,
			0xfe,
			...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
		]);
		expect((await read(bytes)).rows[0]?.cells).toEqual(["Anım", "Bakı"]);
	});
});

describe("an XLSX file", () => {
	it("gives texts, dates and times as people see them", async () => {
		const bytes = bytesOf({
			...workbookParts(),
			"xl/sharedStrings.xml": strToU8(
				`<sst xmlns="x"><si><t>Title</t></si><si><r><t>An</t></r><r><t>ım</t></r></si></sst>`,
			),
			"xl/styles.xml": strToU8(
				`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
			),
			"xl/worksheets/sheet1.xml": strToU8(
				`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Day</t></is></c><c r="C1" t="str"><v>Start</v></c><c r="D1" t="str"><v>Lat</v></c></row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>46444</v></c><c r="C4" s="2"><f>1/4*3</f><v>0.75</v></c><c r="D4"><v>40.409299999999998</v></c></row></sheetData></worksheet>`,
			),
		});
		expect(await read(bytes)).toEqual({
			format: "xlsx",
			headers: ["Title", "Day", "Start", "Lat"],
			rows: [{ number: 4, cells: ["Anım", "2027-02-26", "18:00", "40.4093"] }],
		});
	});

	it("of our own is read back", async () => {
		const rows = [
			["Title", "Note"],
			['A < B & "C"', "two\nlines"],
		];
		const bytes = writeWorkbook([{ name: "Events", rows }], { isRightToLeft: true });
		expect((await read(bytes)).rows).toEqual([{ number: 2, cells: rows[1] }]);
	});

	it("that would unpack to more than the limit is refused before it does", async () => {
		const bomb = bytesOf({
			...workbookParts(),
			"xl/worksheets/sheet1.xml": new Uint8Array(60 * 1024 * 1024),
		});
		expect(bomb.length).toBeLessThan(MAX_IMPORT_BYTES);
		await expect(read(bomb)).rejects.toMatchObject(refused("imports.fileTooLarge"));
	});

	it("that lies about its sizes is refused where the lie shows", async () => {
		const bytes = bytesOf({
			...workbookParts(),
			"xl/worksheets/sheet1.xml": new Uint8Array(1024 * 1024),
		});
		declareSizes(bytes, 10);
		await expect(read(bytes)).rejects.toMatchObject(refused("imports.damaged"));
	});

	it("with a document type, and so with entities of its own, is refused", async () => {
		const evil = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>`;
		const bytes = bytesOf({ ...workbookParts(), "xl/workbook.xml": strToU8(evil) });
		await expect(read(bytes)).rejects.toMatchObject(refused("imports.damaged"));
	});
});

describe("a calendar", () => {
	it("gives days, hours with their zone, a place that ends in a country, and what cannot be imported", async () => {
		const { headers, rows } = await read(CALENDAR);
		const cells = (row: number) =>
			Object.fromEntries(headers.map((header, index) => [header, rows[row]?.cells[index]]));
		expect(cells(0)).toMatchObject({
			title: "Ceremony",
			startDate: "2027-02-26",
			endDate: "2027-02-27",
			isAllDay: "yes",
			venueName: "Hall",
			cityName: "Berlin",
			country: "Germany",
		});
		expect(cells(1)).toMatchObject({
			startTime: "18:00",
			endTime: "19:30",
			timezone: "Europe/Berlin",
			venueName: "Somewhere, else",
			country: "",
			repeated: "yes",
			cancelled: "yes",
		});
	});
});

describe("what is no table of events", () => {
	it.each([
		["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 1]), "imports.fileKind"],
		[
			"an old XLS",
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
			"imports.fileKind",
		],
		["another encoding", new Uint8Array([0x54, 0x0a, 0xcf, 0xf0, 0xe8]), "imports.encoding"],
		["another archive", bytesOf({ "a.txt": strToU8("a") }), "imports.fileKind"],
		["half an archive", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "imports.damaged"],
		["open quotes", 'Title\n"never closed', "imports.damaged"],
		["nothing", "", "imports.noRows"],
		["headers alone", "Title,City\n", "imports.noRows"],
		["too many rows", `Title\n${"x\n".repeat(5001)}`, "imports.tooManyRows"],
		["too many columns", `${"a,".repeat(120)}\n${"b,".repeat(120)}`, "imports.tooManyColumns"],
		["too much", new Uint8Array(MAX_IMPORT_BYTES + 1), "imports.fileTooLarge"],
		["a broken calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nnonsense", "imports.damaged"],
	])("is refused: %s", async (_name, content, key) => {
		await expect(read(content)).rejects.toMatchObject(refused(key));
	});
});

function workbookParts(): Record<string, Uint8Array> {
	return {
		"xl/workbook.xml": strToU8(
			`<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		),
		"xl/_rels/workbook.xml.rels": strToU8(
			`<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		),
	};
}

/** Writes another unpacked size into every entry of the central directory. */
function declareSizes(bytes: Uint8Array, size: number): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at < bytes.length - 46; at += 1) {
		const isEntry = view.getUint32(at, true) === 0x02014b50;
		if (isEntry && view.getUint32(at + 24, true) > 10_000) view.setUint32(at + 24, size, true);
	}
}

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Ceremony
DTSTART;VALUE=DATE:20270226
DTEND;VALUE=DATE:20270228
LOCATION:Hall\\, Berlin\\, Germany
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Weekly
DTSTART;TZID=Europe/Berlin:20270226T180000
DURATION:PT1H30M
LOCATION:Somewhere\\, else
RRULE:FREQ=WEEKLY
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");
