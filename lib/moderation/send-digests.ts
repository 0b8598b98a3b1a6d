import { db, inTransaction } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { fromInstant } from "@/lib/time/wall-time";
import { countWaitingFor, submissionsFor } from "./count-waiting";
import { linesOf } from "./digest-lines";
import { listReaders, type Reader } from "./readers";

/** Seven o'clock of the territory; the queue asks every quarter of an hour. */
const MORNING = "07:00";

/**
 * Mails each reviewer once a day, in the morning of their territory, what waits for them (`listReaders`). Nothing waits: no
 * mail. Any number of processes may run it at any times.
 */
export async function sendDigests(now: Date): Promise<void> {
	const failures: unknown[] = [];
	for (const reader of await listReaders(now)) {
		const { date, time } = fromInstant(now, reader.timezone);
		if (time < MORNING || (await wasSent(reader, date))) continue;
		// One person whose mail cannot be written must not keep the others from theirs.
		await sendDigest(reader, { date, now }).catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0) throw failures[0];
}

async function wasSent({ id: userId }: Reader, day: string): Promise<boolean> {
	const date = toDateColumn(day);
	return date !== null && (await db.digest.count({ where: { userId, date } })) > 0;
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
		const counts = await countWaitingFor(tx, reader, { date, now });
		if (Object.values(counts).every((each) => each === 0)) return;
		const first = await linesOf(tx, submissionsFor(reader, now), reader.locale);
		await enqueueMail(tx, {
			to: reader.email,
			locale: reader.locale,
			template: "reviewDigest",
			props: {
				waiting: String(counts.waiting),
				soon: String(counts.soon),
				late: String(counts.late),
				recaps: String(counts.recaps),
				reports: String(counts.reports),
				answers: String(counts.answers),
				organisations: String(counts.organisations),
				first: JSON.stringify(first),
			},
		});
	});
}
