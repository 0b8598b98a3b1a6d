// `npm run factors:reset -- person@example.org`: for an admin who has lost the second factor and whom no other admin can
// help. In the database of DATABASE_URL, else in the one that `npm start` keeps.
import { takeAllFactors } from "@/lib/accounts/remove-factor";
import { db, inTransaction } from "@/lib/db/client";
import { withDatabase } from "@/scripts/launcher/with-database";

const [email = ""] = process.argv.slice(2);

/** @returns a sentence about what was done */
async function reset(now: Date): Promise<string> {
	const person = await db.user.findFirst({
		where: { email, disabledAt: null },
		select: { id: true, email: true, locale: true },
	});
	if (!person) return `There is no account of ${email || "nobody"}; name its e-mail address.`;
	await inTransaction((tx) => takeAllFactors(tx, { person, actorId: null, now }));
	return `${person.email} has no second factor any more and is signed out everywhere; a mail says so.`;
}

console.log(await withDatabase(() => reset(new Date())));
// The launcher's modules leave timers behind.
process.exit(0);
