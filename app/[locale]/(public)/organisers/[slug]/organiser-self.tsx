import { useLocale, useTranslations } from "next-intl";
import type { OrganiserPage } from "@/lib/calendar/organiser-page";
import { bestText, directionOf } from "@/lib/text/languages";

/** What the organiser says of itself: logo with its credit, and a description in the best language there is. */
export function OrganiserSelf({ page: { organiser, profile } }: { page: OrganiserPage }) {
	const t = useTranslations("organisers");
	const locale = useLocale();
	const described = profile.texts.filter((text) => text.description !== "");
	const text = bestText(described, locale)?.text;
	const { logo } = profile;
	if (!text && !logo) return null;
	return (
		<section aria-labelledby="self" className="flex flex-col gap-6 sm:flex-row-reverse">
			<h2 id="self" className="sr-only">
				{t("self")}
			</h2>
			{logo && (
				<figure className="shrink-0 sm:w-40">
					{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
					<img
						src={`/media/${logo.id}/480`}
						width={logo.width}
						height={logo.height}
						alt={t("logoOf", { name: organiser.name })}
						className="h-auto max-h-40 w-auto max-w-full"
						loading="lazy"
					/>
					{logo.credit && (
						<figcaption className="mt-2 text-xs text-muted">
							<bdi>{logo.credit}</bdi>
						</figcaption>
					)}
				</figure>
			)}
			{text && (
				<div
					lang={text.locale}
					dir={directionOf(text.locale)}
					className="min-w-0 max-w-narrow grow whitespace-pre-line wrap-anywhere"
				>
					{text.description}
				</div>
			)}
		</section>
	);
}
