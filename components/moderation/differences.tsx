import { diffWordsWithSpace } from "diff";
import { useTranslations } from "next-intl";
import { VisuallyHidden } from "@/components/ui/text";
import type { NamedEvent } from "@/lib/events/super-event-queries";
import type { Weight } from "@/lib/moderation/weigh";
import { directionOf, languageName } from "@/lib/text/languages";
import { useFieldValue } from "./field-value";
import { PictureLines } from "./picture-lines";

type Base = "public" | "previous";
type Difference = {
	field: string;
	before: string | null;
	after: string | null;
	weight: Weight;
};

type Shown = {
	differences: readonly Difference[];
	/** The events of which it is or was a part. */
	wholes: readonly NamedEvent[];
	locale: string;
};

const WEIGHTS = ["important", "small"] as const satisfies readonly Weight[];

/** Field by field, what the submission changes. */
export function Differences({
	base,
	differences,
	...rest
}: {
	/** Compared with what is public, or with the version that was sent back. */
	base: Base;
} & Shown) {
	const t = useTranslations("review");
	return (
		<section aria-labelledby="differences">
			<h2 id="differences" className="text-xl font-medium">
				{t(`differences.title_${base}`, { count: differences.length })}
			</h2>
			{differences.length === 0 && <p className="mt-4 text-ink-soft">{t("differences.none")}</p>}
			{base === "public" ? (
				WEIGHTS.map((weight) => (
					<WeighedDifferences
						key={weight}
						weight={weight}
						differences={differences.filter((difference) => difference.weight === weight)}
						{...rest}
					/>
				))
			) : (
				<DifferenceRows differences={differences} {...rest} />
			)}
		</section>
	);
}

/** What people plan by apart from spelling, pictures and telephone numbers. */
function WeighedDifferences({ weight, ...shown }: { weight: Weight } & Shown) {
	const t = useTranslations("review");
	if (shown.differences.length === 0) return null;
	return (
		<>
			<h3 className="mt-6 font-medium">{t(`differences.${weight}`)}</h3>
			<DifferenceRows {...shown} />
		</>
	);
}

function DifferenceRows({ differences, ...rest }: Shown) {
	return (
		<dl className="mt-4 divide-y divide-line border-y border-line">
			{differences.map((difference) => (
				<DifferenceRow key={difference.field} difference={difference} {...rest} />
			))}
		</dl>
	);
}

function DifferenceRow({
	difference,
	wholes,
	locale,
}: { difference: Difference } & Omit<Shown, "differences">) {
	const t = useTranslations("review");
	const name = useFieldName(difference.field, locale);
	const value = useFieldValue(locale, wholes);
	const textLanguage = /^texts\.([^.]+)\./.exec(difference.field)?.[1];
	const isProse = textLanguage !== undefined || difference.field === "programme";
	const before = difference.before === null ? null : value(difference.field, difference.before);
	const after = difference.after === null ? null : value(difference.field, difference.after);
	return (
		<div className="grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[minmax(8rem,1fr)_3fr]">
			<dt className="text-sm text-muted sm:pt-0.5">{name}</dt>
			<dd
				lang={textLanguage}
				dir={textLanguage ? directionOf(textLanguage) : undefined}
				className="min-w-0 break-words whitespace-pre-line"
			>
				{difference.field === "pictures" ? (
					<PictureLines before={difference.before} after={difference.after} />
				) : isProse && before !== null && after !== null ? (
					<WordDifference before={before} after={after} />
				) : (
					<>
						<p>
							<VisuallyHidden>{t("differences.before")}</VisuallyHidden>{" "}
							{before === null ? (
								<span className="text-muted">{t("differences.nothing")}</span>
							) : (
								<del className="text-ink-soft decoration-rule">{before}</del>
							)}
						</p>
						<p className="mt-1">
							<VisuallyHidden>{t("differences.after")}</VisuallyHidden>{" "}
							{after === null ? (
								<span className="text-muted">{t("differences.removed")}</span>
							) : (
								<ins className="mx-0.5 bg-success-soft no-underline">{after}</ins>
							)}
						</p>
					</>
				)}
			</dd>
		</div>
	);
}

/** Longer texts in one piece, with what went and what came marked word by word. */
function WordDifference({ before, after }: { before: string; after: string }) {
	let position = 0;
	return diffWordsWithSpace(before, after).map((part) => {
		position += part.value.length;
		const key = `${position}${part.added ? "+" : part.removed ? "-" : ""}`;
		if (part.added)
			return (
				<ins key={key} className="mx-0.5 bg-success-soft no-underline">
					{part.value}
				</ins>
			);
		if (part.removed)
			return (
				<del key={key} className="mx-0.5 bg-accent-soft decoration-rule">
					{part.value}
				</del>
			);
		return <span key={key}>{part.value}</span>;
	});
}

function useFieldName(field: string, locale: string): string {
	const t = useTranslations("field");
	const [, language, part] = /^texts\.([^.]+)\.(.+)$/.exec(field) ?? [];
	if (language && part)
		return t("textIn", { field: t(part), language: languageName(language, locale) });
	return t(field);
}
