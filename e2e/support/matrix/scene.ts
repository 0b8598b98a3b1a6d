import { mintSession } from "@/lib/accounts/mint-session";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { makeApp } from "@/prisma/factories/sessions";
import { sessionCookie } from "../test";
import { ACTORS, type Actor } from "./actors";

/** Stands in every text of what the actors ask for. */
export const CANARY = "Canary of the matrix";

export type Ids = Awaited<ReturnType<typeof setScene>>;

/** An organisation in Hungary with an event in each state, and everybody who may ask for them or may not. */
export async function setScene() {
	const organisation = await makeOrganisation({ country: "HU", name: CANARY });
	const content = { texts: { en: { title: CANARY, description: CANARY } } };
	const submitted = await makeSubmitted({ organisation, content });
	const published = await makePublished({ organisation, content });
	const draft = await makeDraft({ organisation, content });
	const report = await makeReport({ eventId: published.eventId });
	const people: Record<Actor, { id: string } | null> = {
		nobody: null,
		stranger: await makeUser(),
		"owner elsewhere": (await makeOrganisation({ country: "AT" })).owner,
		owner: organisation.owner,
		editor: await makeUser(),
		coordinator: await makeUser({ countries: ["HU"] }),
		"coordinator elsewhere": await makeUser({ countries: ["FR"] }),
		"coordinator and editor": await makeUser({ countries: ["HU"] }),
		admin: await makeUser({ isAdmin: true }),
		"admin unproven": await makeUser({ isAdmin: true }),
		"demoted coordinator": await makeUser({ countries: ["HU"] }),
		"closed account": await makeUser(),
	};
	const idOf = (actor: Actor) => people[actor]?.id ?? "";
	for (const actor of ["editor", "coordinator and editor"] as const)
		await addMember(organisation.id, idOf(actor), "editor");
	const territory = await db.territory.findFirstOrThrow({
		where: { coordinators: { some: { userId: idOf("coordinator") } } },
	});
	const cookies = {} as Record<Actor, string>;
	for (const actor of ACTORS) cookies[actor] = await cookieOf(people[actor], actor);
	await db.coordinator.deleteMany({ where: { userId: idOf("demoted coordinator") } });
	await db.user.update({ where: { id: idOf("closed account") }, data: { disabledAt: new Date() } });
	return {
		organisation: organisation.id,
		made: { organisation, submitted, published, draft },
		event: submitted.eventId,
		case: report.caseId,
		report: report.id,
		territory: territory.id,
		person: idOf("stranger"),
		idOf,
		cookies,
	};
}

async function cookieOf(person: { id: string } | null, actor: Actor): Promise<string> {
	if (!person) return "";
	if (actor !== "admin unproven") return sessionCookie(person);
	await makeApp(person);
	const { cookieName, token } = await mintSession(person.id);
	return `${cookieName}=${token}`;
}
