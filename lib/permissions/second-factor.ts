import { DomainError } from "@/lib/errors";
import type { SecondFactor, SignedInViewer } from "./viewer";

/** For so long after proving the second factor a person may do what needs a fresh proof. */
export const FRESH_PROOF_MINUTES = 10;

/** How far a session is: a proof counts only while the person still has a factor to prove. */
export function factorOf(session: { hasFactor: boolean; provenAt: Date | null }): SecondFactor {
	if (!session.hasFactor) return "none";
	return session.provenAt === null ? "unproven" : "proven";
}

/**
 * The person with the rights that the session has proven. It is the only place where they depend on the second factor:
 * without its proof a coordinator or an admin has the rights of an organiser and no more.
 */
export function withProvenRights(person: Omit<SignedInViewer, "hasOffice">): SignedInViewer {
	const hasOffice = person.isAdmin || person.countries.length > 0;
	if (person.factor === "proven") return { ...person, hasOffice };
	return { ...person, hasOffice, isAdmin: false, countries: [] };
}

/** Whether this session has proven the second factor a moment ago. */
export function isFreshlyProven(viewer: SignedInViewer, now: Date): boolean {
	const provenAt = viewer.session?.provenAt;
	if (viewer.factor !== "proven" || !provenAt) return false;
	return now.getTime() - provenAt.getTime() < FRESH_PROOF_MINUTES * 60_000;
}

/** To be asked before what must not be done on a device that was left open. @throws DomainError proof_needed */
export function requireFreshProof(viewer: SignedInViewer, now: Date): void {
	if (!isFreshlyProven(viewer, now)) throw new DomainError("proof_needed");
}

/** The first factor is added by who has an office and none yet; a further one needs a fresh proof of the others. */
export function mayAddFactor(viewer: SignedInViewer, now: Date): boolean {
	return viewer.factor === "none" ? viewer.hasOffice : isFreshlyProven(viewer, now);
}
