import { type NextRequest, NextResponse } from "next/server";
import { currentSeason } from "@/lib/time/season";
import {
	filledQuery,
	hasEmptyFields,
	readSelection,
	selectionQuery,
	writeSelection,
} from "./selection";

const INSIDE = /^\/events\/selection(?:\/([^/]*))?/;

/**
 * Answers an address of the list that has parameters with the cached page of that selection. What is asked for in
 * other words gets the same page, an empty field of the form a cleaner address, and the page's inner path its address.
 * @param path of the request, without the language.
 */
export function answerSelection(
	request: NextRequest,
	{ locale, path }: { locale: string; path: string },
): NextResponse {
	const list = new URL(`/${locale}/events`, request.url);
	const inside = INSIDE.exec(path);
	if (inside) {
		list.search = new URLSearchParams(readSelection(inside[1] ?? "") ?? {}).toString();
		return NextResponse.redirect(list, 308);
	}
	const { searchParams } = request.nextUrl;
	if (hasEmptyFields(searchParams)) {
		list.search = filledQuery(searchParams, currentSeason(new Date()));
		return NextResponse.redirect(list, 307);
	}
	const query = selectionQuery(searchParams);
	if (query === "") return NextResponse.next();
	list.pathname += `/selection/${writeSelection(query)}`;
	return NextResponse.rewrite(list);
}
