"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { PageQuery } from "./language-links";

/** Lets the links to other languages keep the query without script; only for pages rendered for each request. */
export function WithPageQuery({ children }: { children: ReactNode }) {
	const query = useSearchParams().toString();
	return <PageQuery value={query === "" ? "" : `?${query}`}>{children}</PageQuery>;
}
