import { useTranslations } from "next-intl";
import type { Published } from "@/lib/calendar/published";
import type { FeedEvent } from "@/lib/feeds/feed-event";

const WIDTHS = [480, 960, 1600];

/** The organiser's picture, with its alternative text and credit. */
export function EventPicture({ event, feedEvent }: { event: Published; feedEvent: FeedEvent }) {
	const t = useTranslations("event");
	const { pictureId, picture, pictureCredit } = event;
	if (pictureId === null || picture === null) return null;
	return (
		<figure>
			{/* biome-ignore lint/performance/noImgElement: resized at upload; the image optimiser is off */}
			<img
				src={`/media/${pictureId}/960.webp`}
				srcSet={WIDTHS.map((width) => `/media/${pictureId}/${width}.webp ${width}w`).join(", ")}
				sizes="(min-width: 64rem) 46rem, 100vw"
				width={picture.width}
				height={picture.height}
				alt={feedEvent.pictureAlt ?? ""}
				lang={feedEvent.language}
				decoding="async"
				className="h-auto max-h-[40rem] w-full bg-sunken object-contain"
			/>
			{pictureCredit && (
				<figcaption className="mt-2 text-sm text-muted">
					{hasOwnLabel(pictureCredit) ? (
						<bdi>{pictureCredit}</bdi>
					) : (
						t("pictureCredit", { credit: pictureCredit })
					)}
				</figcaption>
			)}
		</figure>
	);
}

/** "Foto: …", "© …": the credit says itself what it is. */
function hasOwnLabel(credit: string): boolean {
	return /^(?:©|\p{L}[\p{L}\p{M}. ]{0,19}[:：])/u.test(credit);
}
