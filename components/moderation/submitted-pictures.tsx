import { useTranslations } from "next-intl";
import { PictureCaption } from "@/components/calendar/picture-caption";
import { altsOf, objectPosition, type Picture } from "@/lib/calendar/pictures";

/** The pictures of a submission in their order, each with its description in every language, and as it is cropped. */
export function SubmittedPictures({ pictures }: { pictures: readonly Picture[] }) {
	const t = useTranslations("field");
	if (pictures.length === 0) return null;
	return (
		<section aria-labelledby="submitted-pictures">
			<h2 id="submitted-pictures" className="mb-4 text-xl font-medium">
				{t("pictures")}
			</h2>
			<ol className="flex flex-col gap-8">
				{pictures.map((picture, index) => (
					<li key={picture.id}>
						<figure>
							<div className="flex flex-wrap items-start gap-4">
								{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
								<img
									src={`/media/${picture.id}/960.webp`}
									width={picture.width}
									height={picture.height}
									alt={altsOf(picture)[0]?.text ?? ""}
									className="h-auto max-h-[28rem] w-auto max-w-full rounded-sm"
								/>
								{index > 0 && (
									// biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off
									<img
										src={`/media/${picture.id}/480.webp`}
										alt=""
										className="aspect-[4/3] w-36 rounded-sm object-cover"
										style={{ objectPosition: objectPosition(picture.focus) }}
									/>
								)}
							</div>
							<PictureCaption credit={picture.credit} licence={picture.licence} />
						</figure>
						<p className="mt-2 text-sm text-muted">{t("pictureAlt")}:</p>
						{altsOf(picture).map(({ locale, text }) => (
							<p key={locale} lang={locale} dir="auto" className="text-sm">
								{text}
							</p>
						))}
					</li>
				))}
			</ol>
		</section>
	);
}
