"use client";

import { createContext, type ReactNode, use } from "react";

type Fault = {
	/** What stands where a page could not be shown. */
	page: ReactNode;
	/** The words around the number that finds the fault in the log; `{reference}` is its place. */
	reference: string;
};

const FaultContext = createContext<Fault | null>(null);

/** Keeps the page of a fault, made on the server in the visitor's language, at hand for the boundary of errors. */
export function FaultPage({ page, reference, children }: Fault & { children: ReactNode }) {
	return <FaultContext value={{ page, reference }}>{children}</FaultContext>;
}

/** The page of a fault, and the number of this one. */
export function ShownFault({ digest }: { digest?: string }) {
	const fault = use(FaultContext);
	return (
		<>
			{fault?.page}
			{digest && (
				<p className="figures container-page pb-16 text-sm text-muted">
					{fault ? fault.reference.replace("{reference}", digest) : digest}
				</p>
			)}
		</>
	);
}
