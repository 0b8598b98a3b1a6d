"use client";

import { createContext, type ReactNode, use } from "react";

const PageContext = createContext<ReactNode>(null);
const DigestContext = createContext<string | undefined>(undefined);

/** Keeps the page of a fault, made on the server in the visitor's language, at hand for the boundary of errors. */
export function FaultPage({ page, children }: { page: ReactNode; children: ReactNode }) {
	return <PageContext value={page}>{children}</PageContext>;
}

/** The page of a fault, which knows the number of this one. */
export function ShownFault({ digest }: { digest?: string }) {
	return <DigestContext value={digest}>{use(PageContext)}</DigestContext>;
}

/** The number that finds the fault in the log, in the words around it; `{reference}` is its place in them. */
export function FaultReference({ words }: { words: string }) {
	const digest = use(DigestContext);
	return digest === undefined ? null : words.replace("{reference}", digest);
}
