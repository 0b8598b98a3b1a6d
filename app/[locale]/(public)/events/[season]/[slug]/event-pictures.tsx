import { useTranslations } from "next-intl";
import { PictureCaption } from "@/components/calendar/picture-caption";
import { objectPosition } from "@/lib/calendar/pictures";
import type { FeedPicture } from "@/lib/feeds/feed-event";

/** The organiser's pictures: the first whole and large, the others cropped to one shape, each with credit and licence. */
export function EventPictures({ pictures }: { pictures: readonly FeedPicture[] }) {
	const t = useTranslations("event");
	const [leading, ...others] = pictures;
	if (!leading) return null;
	return (
		<div className="flex flex-col gap-6">
			<figure className="break-inside-avoid">
				{/* biome-ignore lint/performance/noImgElement: resized at upload; the image optimiser is off */}
				<img
					src={fileOf(leading, 960)}
					srcSet={filesOf(leading, [480, 960, 1600])}
					sizes="(min-width: 64rem) 46rem, 100vw"
					width={leading.width}
					height={leading.height}
					alt={leading.alt ?? ""}
					lang={leading.language}
					decoding="async"
					className="h-auto max-h-[40rem] w-full bg-sunken object-contain"
				/>
				<PictureCaption credit={leading.credit} licence={leading.licence} />
			</figure>
			{others.length > 0 && (
				<ul
					aria-label={t("morePictures")}
					className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3"
				>
					{others.map((picture) => (
						<li key={picture.id} className="min-w-0 break-inside-avoid">
							<Tile picture={picture} />
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

/** Leads to the whole picture; one of before descriptions were asked for has no name as a link. */
function Tile({ picture }: { picture: FeedPicture }) {
	const image = (
		// biome-ignore lint/performance/noImgElement: resized at upload; the image optimiser is off
		<img
			src={fileOf(picture, 480)}
			srcSet={filesOf(picture, [480, 960])}
			sizes="(min-width: 64rem) 15rem, (min-width: 40rem) 33vw, 50vw"
			width={picture.width}
			height={picture.height}
			alt={picture.alt ?? ""}
			lang={picture.language}
			loading="lazy"
			decoding="async"
			className="aspect-[4/3] w-full bg-sunken object-cover"
			style={{ objectPosition: objectPosition(picture.focus) }}
		/>
	);
	return (
		<figure>
			{picture.alt ? (
				<a href={fileOf(picture, 1600)} className="block">
					{image}
				</a>
			) : (
				image
			)}
			<PictureCaption credit={picture.credit} licence={picture.licence} />
		</figure>
	);
}

type Width = 480 | 960 | 1600;

function fileOf({ id }: FeedPicture, width: Width): string {
	return `/media/${id}/${width}.webp`;
}

function filesOf(picture: FeedPicture, widths: readonly Width[]): string {
	return widths.map((width) => `${fileOf(picture, width)} ${width}w`).join(", ");
}
