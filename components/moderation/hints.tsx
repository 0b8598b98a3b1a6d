import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Excerpt, Hint } from "@/lib/moderation/hints";
import type { Place } from "@/lib/moderation/said";
import { languageName } from "@/lib/text/languages";

/** What a machine noticed in a submission, with its place; nothing where it noticed nothing. */
export function Hints({ hints, locale }: { hints: readonly Hint[]; locale: string }) {
	const t = useTranslations("hints");
	if (hints.length === 0) return null;
	return (
		<section aria-labelledby="hints" className="border-t border-line pt-6">
			<h2 id="hints" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="mt-1 text-sm text-muted">{t("text")}</p>
			<ul className="mt-4 flex flex-col gap-3 text-sm">
				{hints.map((hint, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page
					<li key={index} className="border-s-2 border-line-strong ps-4">
						<HintLine hint={hint} locale={locale} />
					</li>
				))}
			</ul>
		</section>
	);
}

function HintLine({ hint, locale }: { hint: Hint; locale: string }) {
	const t = useTranslations("hints");
	const placeName = usePlaceName(locale);
	switch (hint.kind) {
		case "link":
			return (
				<>
					<p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
						<span>{t("link")}</span>
						<bdi dir="ltr" className="font-medium wrap-anywhere">
							{hint.host}
						</bdi>
						{hint.marks.map((mark) => (
							<Badge key={mark} tone="warning">
								{t(`mark.${mark}`)}
							</Badge>
						))}
					</p>
					<p className="text-muted">{hint.places.map(placeName).join("; ")}</p>
				</>
			);
		case "language":
			return (
				<Noticed place={placeName(hint.place)}>
					{hint.seems === "script"
						? t("script")
						: t("language", { language: languageName(hint.seems, locale) })}
				</Noticed>
			);
		case "capitals":
			return <Noticed place={placeName(hint.place)}>{t("capitals")}</Noticed>;
		default:
			return (
				<>
					<Noticed place={placeName(hint.place)}>{t(hint.kind)}</Noticed>
					<Quoted excerpt={hint.excerpt} lang={hint.place.locale} />
				</>
			);
	}
}

function Noticed({ place, children }: { place: string; children: ReactNode }) {
	return (
		<p>
			{children} <span className="text-muted">· {place}</span>
		</p>
	);
}

function Quoted({
	excerpt: { before, found, after },
	lang,
}: {
	excerpt: Excerpt;
	lang: string | null;
}) {
	return (
		<p lang={lang ?? undefined} dir="auto" className="text-ink-soft wrap-anywhere">
			{before}
			<mark className="bg-warning-soft text-ink">{found}</mark>
			{after}
		</p>
	);
}

function usePlaceName(locale: string) {
	const field = useTranslations("field");
	return (place: Place): string =>
		place.locale === null
			? field(place.field)
			: field("textIn", {
					field: field(place.field),
					language: languageName(place.locale, locale),
				});
}
