import { useTranslations } from "next-intl";
import { PlacePlot, type PlotMark } from "@/components/map/place-plot";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { NearEvent, Surroundings } from "@/lib/moderation/surroundings";
import { countryName } from "@/lib/places/countries";

/** How far the maps reach to the north and south at least. */
const WIDE_KM = 250;
const NEAR_KM = 1.5;
/** Nearer than that, a ring would lie under the pin. */
const APART_KM = 0.3;
const ROOM = 1.4;

/** Where a submitted event is held: the region, and what is near the pin, drawn and in words. */
export function SubmissionMap({
	surroundings,
	locale,
}: {
	surroundings: Surroundings;
	locale: string;
}) {
	const t = useTranslations("review.place");
	const { point, city, others, isDoubtful } = surroundings;
	const centre = city && city.km >= APART_KM ? city : null;
	const marks = marksOf(surroundings);
	const isNear = others.length > 0 || (centre !== null && centre.km < WIDE_KM / ROOM);
	return (
		<section aria-labelledby="place">
			<h2 id="place" className="mb-4 text-xl font-medium">
				{t("title")}
			</h2>
			{isDoubtful && (
				<Notice tone="warning" title={t("doubtful")} className="mb-4">
					{t("doubtfulText")}
				</Notice>
			)}
			<PlaceInWords surroundings={surroundings} locale={locale} />
			<div className="mt-4 grid max-w-3xl gap-4 sm:grid-cols-2">
				<PlacePlot
					centre={point}
					km={Math.max(WIDE_KM, isNear ? 0 : ROOM * (centre?.km ?? 0))}
					marks={marks.filter(({ kind }) => kind === "pin" || (kind === "centre" && !isNear))}
					label={t("wide")}
				/>
				{isNear && (
					<PlacePlot
						centre={point}
						km={Math.max(
							NEAR_KM,
							...[centre?.km ?? 0, others.at(-1)?.km ?? 0].map((km) => ROOM * km),
						)}
						marks={marks}
						label={t("near")}
					/>
				)}
			</div>
			<p className="mt-3 text-sm text-muted">
				{surroundings.hasPin && t("legendPin")} {city && t("legendCentre")}{" "}
				{others.length > 0 && t("legendOthers")}
			</p>
			{others.length > 0 && <OtherEvents others={others} />}
		</section>
	);
}

function PlaceInWords({ surroundings, locale }: { surroundings: Surroundings; locale: string }) {
	const t = useTranslations("review.place");
	const { city, nearest, hasPin } = surroundings;
	const placeOf = ({ name, country }: NonNullable<Surroundings["nearest"]>) =>
		country === city?.country ? name : `${name} (${countryName(country, locale)})`;
	return (
		<p>
			{!city && t("noCity")}
			{city && !hasPin && t("noPin", { city: city.name })}
			{city &&
				hasPin &&
				(city.km < APART_KM
					? t("pinAtCentre", { city: city.name })
					: t("pinFrom", { km: city.km, city: city.name }))}{" "}
			{nearest && t("nearest", { place: placeOf(nearest), km: nearest.km })}
		</p>
	);
}

function OtherEvents({ others }: { others: readonly NearEvent[] }) {
	const t = useTranslations("review.place");
	const untitled = useTranslations("clashes")("untitled");
	return (
		<>
			<h3 className="mt-4 text-sm font-medium">{t("others")}</h3>
			<ol className="mt-2 list-decimal ps-6 text-sm">
				{others.map(({ path, title, titleLanguage, km }) => (
					<li key={path}>
						<Link
							href={path}
							prefetch={false}
							target="_blank"
							lang={titleLanguage ?? undefined}
							dir="auto"
							className="text-link"
						>
							{title || untitled}
						</Link>{" "}
						<span className="figures text-muted">
							({km === 0 ? t("samePlace") : t("kilometres", { km })})
						</span>
					</li>
				))}
			</ol>
		</>
	);
}

/** Those that lie upon one another share a mark; they stand above the foot of the pin, whose head stays to be seen. */
function marksOf({ point, hasPin, city, others }: Surroundings): PlotMark[] {
	const numbers = new Map<string, { at: NearEvent; labels: number[] }>();
	for (const [index, other] of others.entries()) {
		const key = `${other.lat.toFixed(3)} ${other.lon.toFixed(3)}`;
		const labels = [...(numbers.get(key)?.labels ?? []), index + 1];
		numbers.set(key, { at: other, labels });
	}
	const at = ({ lat, lon }: { lat: number; lon: number }) => ({ lat, lon });
	return [
		...(city ? [{ ...at(city), kind: "centre" as const }] : []),
		...(hasPin ? [{ ...at(point), kind: "pin" as const }] : []),
		...[...numbers.values()].map(({ at: other, labels }) => ({
			...at(other),
			kind: "other" as const,
			label: labels.join(" "),
		})),
	];
}
