import { z } from "zod";
import { defineViewerRoute } from "@/app/define-route";
import { readParameters } from "@/app/query-parameters";
import { DomainError } from "@/lib/errors";
import { readFigures } from "@/lib/moderation/figures";
import { can } from "@/lib/permissions/can";
import { isLocale } from "@/lib/text/languages";
import { currentSeason } from "@/lib/time/season";
import { writeFigures } from "./write-figures";

export const dynamic = "force-dynamic";

const parameters = z.strictObject({
	season: z.coerce.number().int().min(1993).max(2200).optional(),
});

/** The figures of a season as a file, for who may read them; for others there is none. */
export const GET = defineViewerRoute({
	name: "figures.csv",
	async run({ url, params, viewer }) {
		const { locale } = params;
		if (typeof locale !== "string" || !isLocale(locale)) throw new DomainError("not_found");
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		if (!can(viewer, { action: "figures.read" })) throw new DomainError("not_found");
		const now = new Date();
		const { season = currentSeason(now) } = readParameters(url, parameters);
		const text = await writeFigures(await readFigures(viewer, { season, now }), locale);
		return new Response(text, {
			headers: {
				"Content-Type": "text/csv; charset=utf-8",
				"Content-Disposition": `attachment; filename="figures-${season}.csv"`,
			},
		});
	},
});
