import { audit } from "@/lib/audit/audit";
import type { ThemeText } from "@/lib/calendar/season-theme";
import { invalidateTags, seasonTag } from "@/lib/calendar/tags";
import type { Tx } from "@/lib/db/client";
import { fromDateColumn, toDateColumn } from "@/lib/db/columns";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { windowLock } from "@/lib/events/season-window";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import { requireNotFrozen } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import { isSeason, type SeasonInput } from "./season-schema";

type Setting = { opensOn: string | null; closesOn: string | null; texts: ThemeText[] };

/**
 * Sets the theme and the submission window of a season. It waits for what is being handed in in this moment; the public
 * pages follow at once.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found (no such season), conflict (somebody
 * was faster), frozen (another theme)
 */
export async function saveSeason(
	tx: Tx,
	viewer: Viewer,
	{ input: { year, version, ...after }, now }: { input: SeasonInput; now: Date },
): Promise<{ year: number }> {
	requireCan(viewer, { action: "seasons.edit" });
	requireFreshProof(viewer, now);
	if (!isSeason(year, now)) throw new DomainError("not_found");
	await lockNames(tx, windowLock(year));
	const { version: current, ...before } = await readSetting(tx, year);
	if (current !== version) throw new DomainError("conflict");
	const changedTexts = localesChanged(before.texts, after.texts);
	if (changedTexts.length > 0) await requireNotFrozen(tx);
	const days = { opensOn: toDateColumn(after.opensOn), closesOn: toDateColumn(after.closesOn) };
	await tx.season.upsert({
		where: { year },
		create: { year, ...days },
		update: { ...days, version: { increment: 1 } },
		select: { year: true },
	});
	await tx.seasonText.deleteMany({ where: { year } });
	await tx.seasonText.createMany({ data: after.texts.map((text) => ({ year, ...text })) });
	await audit(tx, {
		actorId: viewer.id,
		action: "season.saved",
		subjectType: "season",
		subjectId: String(year),
		detail: { before: traceOf(before), after: traceOf(after), changedTexts },
		at: now,
	});
	await invalidateTags(tx, [seasonTag(year)]);
	return { year };
}

async function readSetting(tx: Tx, year: number): Promise<Setting & { version: number }> {
	const season = await tx.season.findUnique({
		where: { year },
		select: {
			opensOn: true,
			closesOn: true,
			version: true,
			texts: { select: { locale: true, title: true, text: true } },
		},
	});
	if (!season) return { opensOn: null, closesOn: null, texts: [], version: 0 };
	return {
		...season,
		opensOn: fromDateColumn(season.opensOn),
		closesOn: fromDateColumn(season.closesOn),
	};
}

function localesChanged(before: readonly ThemeText[], after: readonly ThemeText[]): string[] {
	const said = (texts: readonly ThemeText[]) =>
		new Map(texts.map(({ locale, title, text }) => [locale, JSON.stringify([title, text])]));
	const [was, is] = [said(before), said(after)];
	return [...new Set([...was.keys(), ...is.keys()])]
		.filter((locale) => was.get(locale) !== is.get(locale))
		.sort();
}

/** Days and languages; what the theme says stands in no trace. */
function traceOf({ opensOn, closesOn, texts }: Setting) {
	return { opensOn, closesOn, languages: texts.map(({ locale }) => locale).sort() };
}
