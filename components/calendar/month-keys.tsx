"use client";

import { useEffect } from "react";

const DAY_MS = 86_400_000;
/** Days that each key moves by; the week has seven. */
const MOVES: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };

/** The day "YYYY-MM-DD" that takes the focus when its month has come; the old month's grid is gone by then. */
let awaited: string | null = null;

/**
 * Makes the table of a month a grid (ARIA Authoring Practices): one day is in the tab order, arrows move between
 * days, Home and End within the week, Page Up and Page Down to the neighbouring months. Without script it stays a
 * table of links.
 */
export function MonthKeys({ gridId }: { gridId: string }) {
	useEffect(() => {
		const grid = document.getElementById(gridId);
		if (!grid) return;
		const days = [...grid.querySelectorAll<HTMLAnchorElement>("a[data-day]")];
		const isRtl = getComputedStyle(grid).direction === "rtl";
		const activate = (day: HTMLAnchorElement | undefined) => {
			for (const each of days) setTabbable(each, each === day);
		};
		const onKey = (event: KeyboardEvent) => {
			const place = days.indexOf(event.target as HTMLAnchorElement);
			if (place < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
			const from = days[place]?.dataset.day ?? "";
			const to = dayAfter(event.key, { from, place, isRtl });
			if (to === null) return;
			event.preventDefault();
			const next = days.find((each) => each.dataset.day === to);
			const isPaging = event.key.startsWith("Page");
			if (!next || isPaging) return turnTo(to, to < from ? "prev" : "next");
			activate(next);
			next.focus();
		};
		grid.setAttribute("role", "grid");
		for (const cell of grid.querySelectorAll("td")) cell.setAttribute("role", "gridcell");
		const come = days.find(({ dataset }) => dataset.day === awaited);
		awaited = null;
		activate(
			come ?? days.find((day) => day.closest("[aria-current]")) ?? days.find(isTheDay) ?? days[0],
		);
		come?.focus();
		grid.addEventListener("keydown", onKey);
		return () => grid.removeEventListener("keydown", onKey);
	}, [gridId]);
	return null;
}

/** Where a key leads from a day; null for keys that lead nowhere. */
function dayAfter(
	key: string,
	{ from, place, isRtl }: { from: string; place: number; isRtl: boolean },
): string | null {
	if (key === "PageUp") return monthAway(from, -1);
	if (key === "PageDown") return monthAway(from, 1);
	if (key === "Home") return daysAway(from, -(place % 7));
	if (key === "End") return daysAway(from, 6 - (place % 7));
	const move = MOVES[key];
	if (move === undefined) return null;
	return daysAway(from, isRtl && Math.abs(move) === 1 ? -move : move);
}

function daysAway(day: string, days: number): string {
	return isoDay(Date.parse(day) + days * DAY_MS);
}

/** The same day of another month, or that month's last. */
function monthAway(day: string, months: number): string {
	const [year = 0, month = 1, number = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return isoDay(Date.UTC(year, month - 1 + months, Math.min(number, last)));
}

function isoDay(ms: number): string {
	return new Date(ms).toISOString().slice(0, 10);
}

function turnTo(day: string, rel: "prev" | "next"): void {
	const link = document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`);
	if (!link) return;
	awaited = day;
	link.click();
}

/** The day and the events in it: Tab leads from the day to its events, not through the whole month. */
function setTabbable(day: HTMLAnchorElement, isActive: boolean): void {
	for (const link of day.closest("td")?.querySelectorAll("a") ?? [])
		link.tabIndex = isActive ? 0 : -1;
}

function isTheDay(day: HTMLAnchorElement): boolean {
	return day.dataset.day?.endsWith("-02-26") ?? false;
}
