"use client";

import { useEffect } from "react";

/** Days that each key moves by; the week has seven. */
const MOVES: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };

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
			if (event.key === "PageUp" || event.key === "PageDown") {
				document
					.querySelector<HTMLAnchorElement>(`a[rel="${event.key === "PageUp" ? "prev" : "next"}"]`)
					?.click();
				event.preventDefault();
				return;
			}
			const next = days[placeAfter(event.key, place, isRtl)];
			if (!next) return;
			event.preventDefault();
			activate(next);
			next.focus();
		};
		grid.setAttribute("role", "grid");
		for (const cell of grid.querySelectorAll("td")) cell.setAttribute("role", "gridcell");
		activate(days.find((day) => day.closest("[aria-current]")) ?? days.find(isTheDay) ?? days[0]);
		grid.addEventListener("keydown", onKey);
		return () => grid.removeEventListener("keydown", onKey);
	}, [gridId]);
	return null;
}

function placeAfter(key: string, place: number, isRtl: boolean): number {
	if (key === "Home") return place - (place % 7);
	if (key === "End") return place - (place % 7) + 6;
	const move = MOVES[key];
	if (move === undefined) return -1;
	return place + (isRtl && Math.abs(move) === 1 ? -move : move);
}

/** The day and the events in it: Tab leads from the day to its events, not through the whole month. */
function setTabbable(day: HTMLAnchorElement, isActive: boolean): void {
	for (const link of day.closest("td")?.querySelectorAll("a") ?? [])
		link.tabIndex = isActive ? 0 : -1;
}

function isTheDay(day: HTMLAnchorElement): boolean {
	return day.dataset.day?.endsWith("-02-26") ?? false;
}
