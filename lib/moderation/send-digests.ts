import { DEFAULT_ZONE, listAdminsOnDuty, listDuties, type OnDuty } from "@/lib/accounts/reviewers";
import { db, inTransaction, type Prisma, type Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { addDays, fromInstant } from "@/lib/time/wall-time";
import { linesOf } from "./digest-lines";
import { lateBefore } from "./late";

/** Seven o'clock of the territory; the queue asks every quarter of an hour. */
const MORNING = "07:00";
const SOON_DAYS = 7;

/** Somebody on duty, with what is theirs today. */
type Reader = OnDuty & {
	timezone: string;
	/** ISO 3166-1 alpha-2. */
	countries: string[];
	/** Of an admin: those that nobody else looks after. */
	exceptCountries: string[] | null;
};

/**
 * Mails each reviewer once a day, in the morning of their territory, what waits for them: coordinators for their
 * countries, deputies while every coordinator is away, admins for what nobody else looks after and what waits too long.
 * Nothing waits: no mail. Any number of processes may run it at any times.
 */
export async function sendDigests(now: Date): Promise<void> {
	const failures: unknown[] = [];
	for (const reader of await listReaders(now)) {
		const { date, time } = fromInstant(now, reader.timezone);
		if (time < MORNING) continue;
		// One person whose mail cannot be written must not keep the others from theirs.
		await sendDigest(reader, { date, now }).catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0) throw failures[0];
}

async function listReaders(now: Date): Promise<Reader[]> {
	const duties = await listDuties(db, { now });
	const readers = new Map<string, Reader>();
	for (const { people, countries, timezone } of duties) {
		for (const person of people) {
			const known = readers.get(person.id);
			readers.set(person.id, {
				...person,
				timezone: known?.timezone ?? timezone,
				countries: [...(known?.countries ?? []), ...countries],
				exceptCountries: null,
			});
		}
	}
	const covered = duties.filter(({ people }) => people.length > 0);
	for (const admin of await listAdminsOnDuty(db, now)) {
		const known = readers.get(admin.id);
		readers.set(admin.id, {
			...admin,
			timezone: known?.timezone ?? DEFAULT_ZONE,
			countries: known?.countries ?? [],
			exceptCountries: covered.flatMap(({ countries }) => countries),
		});
	}
	return [...readers.values()];
}

async function sendDigest(
	reader: Reader,
	{ date, now }: { date: string; now: Date },
): Promise<void> {
	await inTransaction(async (tx) => {
		const { count } = await tx.digest.createMany({
			data: [{ userId: reader.id, date: toDateColumn(date), at: now }],
			skipDuplicates: true,
		});
		if (count === 0) return;
		const where = { AND: [{ state: "submitted" as const }, theirs(reader, now)] };
		const numbers = await countAll(tx, reader, { where, date, now });
		if (numbers.waiting === 0 && numbers.recaps === 0) return;
		await enqueueMail(tx, {
			to: reader.email,
			locale: reader.locale,
			template: "reviewDigest",
			props: {
				waiting: String(numbers.waiting),
				soon: String(numbers.soon),
				late: String(numbers.late),
				recaps: String(numbers.recaps),
				first: JSON.stringify(await linesOf(tx, where, reader.locale)),
			},
		});
	});
}

async function countAll(
	tx: Tx,
	reader: Reader,
	{ where, date, now }: { where: Prisma.EventWhereInput; date: string; now: Date },
) {
	const soon = { dueOn: { lte: toDateColumn(addDays(date, SOON_DAYS)) } };
	return {
		waiting: await tx.event.count({ where }),
		soon: await tx.event.count({ where: { AND: [where, soon] } }),
		late: await tx.event.count({ where: { AND: [where, { submittedAt: lateBefore(now) }] } }),
		recaps: await tx.recap.count({
			where: {
				state: "submitted",
				event: { AND: [{ published: { isNot: null } }, theirs(reader)] },
			},
		}),
	};
}

/** What the reader is to look at; with `now` an admin's includes what waits too long elsewhere. */
function theirs(reader: Reader, now?: Date): Prisma.EventWhereInput {
	const { countries, exceptCountries, organisationIds } = reader;
	const unwatched = exceptCountries && { country: { notIn: exceptCountries } };
	const late = exceptCountries && now && { submittedAt: lateBefore(now) };
	return {
		organisationId: { notIn: organisationIds },
		OR: [
			{ country: { in: countries } },
			...(unwatched ? [unwatched] : []),
			...(late ? [late] : []),
		],
	};
}
