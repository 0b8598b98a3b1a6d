/** Times the city type-ahead: `npx tsx bench/gazetteer.ts` prints load time, p50, p95 and maximum in milliseconds. */
import { nearestCity } from "@/lib/places/distance";
import { findCities } from "@/lib/places/gazetteer";
import { loadGazetteer } from "@/lib/places/gazetteer-file";

const WORDS = [
	"Xankəndi",
	"Münih",
	"Мюнхен",
	"New York",
	"San Francisco",
	"القاهرة",
	"Санкт-Петербург",
	"Istanbul",
	"Kathmandu",
	"St. John's",
	"Kızılcahamam",
	"Ouagadougou",
	"Springfield, Illinois",
	"Paris Texas",
	"Munihc",
	"Wasington",
	"Екатеринбрг",
	"zzzzzzzzzzzzzzzzzzzzzzz",
];
const LETTERS = [
	..."abcdefghijklmnopqrstuvwxyzəğışçöüабвгдежзиклмнопрстуфхцчшэюяابتجحخدرسشعغفقكلمنهوي",
];

function main(): void {
	const loadStart = performance.now();
	loadGazetteer();
	console.log(`load ${(performance.now() - loadStart).toFixed(0)} ms`);
	const typed = WORDS.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1)));
	report("first letter", LETTERS, findCities);
	report("words as typed", typed, findCities);
	report("whole words", WORDS, findCities);
	report(
		"nearest city",
		Array.from({ length: 50 }, (_, i) => String(i)),
		(i) => {
			nearestCity(Number(i) * 3 - 75, Number(i) * 7 - 175);
		},
	);
}

function report(title: string, inputs: readonly string[], run: (input: string) => unknown): void {
	const times = Array.from({ length: 5 }, () => inputs)
		.flat()
		.map((input) => {
			const start = performance.now();
			run(input);
			return performance.now() - start;
		})
		.sort((left, right) => left - right);
	const at = (share: number): string =>
		(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
	console.log(`${title}: p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms (${times.length} calls)`);
}

main();
