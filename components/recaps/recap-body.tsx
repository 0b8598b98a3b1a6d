import { useTranslations } from "next-intl";
import type { PublicRecap } from "@/lib/calendar/recap-content";
import { hostOf } from "@/lib/text/host-of";
import { bestText, directionOf } from "@/lib/text/languages";

type Recap = Omit<PublicRecap, "publishedAt">;
type Props = {
	recap: Recap;
	locale: string;
	/** Every language one after the other, as a reviewer reads it; else the reader's, or the best one there is. */
	isWhole?: boolean;
};

/** How an event was: how many came, what was shown, pictures and press. */
export function RecapBody({ recap, locale, isWhole = false }: Props) {
	const best = bestText(recap.texts, locale)?.text;
	const texts = isWhole ? recap.texts : best ? [best] : [];
	return (
		<div className="flex flex-col gap-8">
			<AttendanceLine attendance={recap.attendance} />
			{texts.map((text) => (
				<p
					key={text.locale}
					lang={text.locale}
					dir={directionOf(text.locale)}
					className="max-w-narrow text-lg whitespace-pre-line wrap-anywhere"
				>
					{text.text}
				</p>
			))}
			<ShownLists recap={recap} />
			<RecapPictures pictures={recap.pictures} locale={locale} isWhole={isWhole} />
			<PressLinks links={recap.links} />
		</div>
	);
}

function AttendanceLine({ attendance }: Pick<Recap, "attendance">) {
	const t = useTranslations("recap");
	if (!attendance) return null;
	const { min, max } = attendance;
	return (
		<p className="figures text-xl">
			{min === max ? t("count", { count: min }) : t("range", { min, max })}
		</p>
	);
}

function ShownLists({ recap }: { recap: Recap }) {
	const t = useTranslations("recap");
	const lists = (["books", "films", "photographs"] as const).filter(
		(kind) => recap[kind].length > 0,
	);
	if (lists.length === 0) return null;
	return (
		<div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
			{lists.map((kind) => (
				<div key={kind}>
					<h3 className="font-medium">{t(kind)}</h3>
					<ul className="mt-2 flex list-disc flex-col gap-1 ps-5">
						{recap[kind].map((title) => (
							<li key={title} className="wrap-anywhere">
								<bdi>{title}</bdi>
							</li>
						))}
					</ul>
				</div>
			))}
		</div>
	);
}

function RecapPictures({
	pictures,
	locale,
	isWhole,
}: Pick<Recap, "pictures"> & { locale: string; isWhole: boolean }) {
	const t = useTranslations("event");
	if (pictures.length === 0) return null;
	return (
		<ul className="grid gap-6 sm:grid-cols-2">
			{pictures.map(({ id, width, height, credit, alt }) => {
				const best = bestText(alt, locale)?.text;
				return (
					<li key={id}>
						<figure>
							{/* biome-ignore lint/performance/noImgElement: resized at upload; the image optimiser is off */}
							<img
								src={`/media/${id}/960.webp`}
								srcSet={`/media/${id}/480.webp 480w, /media/${id}/960.webp 960w`}
								sizes="(min-width: 40rem) 22rem, 100vw"
								width={width}
								height={height}
								alt={best?.text ?? ""}
								lang={best?.locale}
								loading="lazy"
								decoding="async"
								className="h-auto max-h-[32rem] w-full bg-sunken object-contain"
							/>
							<figcaption className="mt-2 text-sm text-muted wrap-anywhere">
								{t.rich("pictureCredit", { credit: () => <bdi>{credit}</bdi> })}
								{isWhole &&
									alt.map((text) => (
										<span key={text.locale} lang={text.locale} dir="auto" className="block">
											{text.text}
										</span>
									))}
							</figcaption>
						</figure>
					</li>
				);
			})}
		</ul>
	);
}

function PressLinks({ links }: Pick<Recap, "links">) {
	const t = useTranslations("recap");
	if (links.length === 0) return null;
	return (
		<div>
			<h3 className="font-medium">{t("press")}</h3>
			<ul className="mt-2 flex flex-col gap-1">
				{links.map(({ url, title }) => (
					<li key={url} className="wrap-anywhere">
						<a href={url} rel="noopener nofollow ugc" className="text-link">
							<bdi>{title}</bdi>
						</a>{" "}
						<span className="text-sm text-muted">
							<bdi dir="ltr">{hostOf(url)}</bdi>
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}
