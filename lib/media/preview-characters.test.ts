import { expect, it } from "vitest";
import { listCountries } from "@/lib/places/countries";
import { LOCALES } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import { drawable } from "./preview-characters";

it.each([
	["Commemoration, “Khojaly” – 26 February", "Commemoration, “Khojaly” – 26 February"],
	["Xocalı: ə ğ ı ş Ə Ğ İ Ş", "Xocalı: ə ğ ı ş Ə Ğ İ Ş"],
	["Қазақ, Ўзбек, Їжак", "Қазақ, Ўзбек, Їжак"],
	["Tưởng niệm", "Tưởng niệm"],
	["أمسية «الذاكرة» ٢٦، پێنج", "أمسية «الذاكرة» ٢٦، پێنج"],
	["می\u200cخواهم", "می\u200cخواهم"],
	["e\u0301te\u0301", "été"],
	["Candles \u{1f56f}\ufe0f  tonight \u202e", "Candles tonight"],
	["追悼式", null],
	["ხოჯალი", null],
	["Evening 2027, 東京", null],
])("drawable %j is %j", (text, expected) => {
	expect(drawable(text)).toBe(expected);
});

it.each(LOCALES)("every country and month is drawable in %s", (locale) => {
	const months = Array.from({ length: 12 }, (_, month) =>
		formatDay(`2027-${String(month + 1).padStart(2, "0")}-26`, locale),
	);
	const names = [...listCountries(locale).map(({ name }) => name), ...months];
	const tidy = (name: string) => name.normalize("NFC").replace(/\s+/g, " ");
	expect(names.filter((name) => drawable(name) !== tidy(name))).toEqual([]);
});
