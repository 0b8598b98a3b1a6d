import { useLocale, useTranslations } from "next-intl";
import { EnglishText } from "@/components/registers/english-text";
import { RegisterDate } from "@/components/registers/register-date";
import { RegisterWord } from "@/components/registers/register-word";
import { SourceLinks } from "@/components/registers/source-links";
import { cityName, getCity } from "@/lib/places/gazetteer";
import type { Memorial } from "@/lib/registers/schema";

/** Zoom level at which OpenStreetMap shows a city. */
const CITY = 12;

/** One memorial; its id is an anchor of the page. */
export function MemorialEntry({ memorial }: { memorial: Memorial }) {
	const t = useTranslations("registers");
	const locale = useLocale();
	const { id, place, kind, unveiled, note, sources } = memorial;
	const city = nameOfCity(memorial, locale);
	return (
		<article
			id={id}
			className="-mx-3 grid gap-x-8 gap-y-2 px-3 py-6 target:bg-sunken sm:grid-cols-[9rem_1fr]"
		>
			<p className="figures text-sm text-muted sm:pt-1">
				<RegisterDate date={unveiled} />
			</p>
			<div className="min-w-0">
				<h3 className="text-lg leading-snug font-medium">
					{city ?? <EnglishText>{place}</EnglishText>}
				</h3>
				{city && (
					<p className="mt-1">
						<EnglishText>{place}</EnglishText>
					</p>
				)}
				<p className="mt-1 text-sm text-muted">
					<RegisterWord list="kind" word={kind} />
				</p>
				{note && (
					<p className="mt-1 max-w-narrow text-sm text-muted first-letter:uppercase">
						<EnglishText>{note}</EnglishText>
					</p>
				)}
				<div className="mt-2 flex flex-wrap items-center gap-x-4 text-sm">
					<span className="text-muted">{t("sources")}</span>
					<SourceLinks sources={sources} />
					{city && <CityMap memorial={memorial} city={city} />}
				</div>
			</div>
		</article>
	);
}

/** Leads to the city: nobody has measured where in it the memorial stands. */
function CityMap({ memorial: { lat, lon }, city }: { memorial: Memorial; city: string }) {
	const t = useTranslations("memorials");
	if (lat === null || lon === null) return null;
	const [y, x] = [lat.toFixed(4), lon.toFixed(4)];
	return (
		<p className="sm:ms-auto print:hidden">
			<a
				href={`https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=${CITY}/${y}/${x}`}
				rel="noopener"
				className="inline-flex min-h-11 items-center text-link sm:min-h-8"
			>
				{t("map", { city })}
			</a>
		</p>
	);
}

function nameOfCity({ city, geonameId }: Memorial, locale: string): string | null {
	const known = geonameId === null ? null : getCity(geonameId);
	return known ? cityName(known, locale) : city;
}
