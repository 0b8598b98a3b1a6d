import { useTranslations } from "next-intl";
import { deedOf, type Licence, licenceKey } from "@/lib/media/licences";

type Props = { credit: string | null; licence: Licence | null };

/** Who took a picture, and what others may do with it; nothing where neither is known. */
export function PictureCaption({ credit, licence }: Props) {
	const t = useTranslations("event");
	if (!credit && licence === null) return null;
	return (
		<figcaption className="mt-2 text-sm text-muted wrap-anywhere">
			{credit && (
				<span className="block">
					{hasOwnLabel(credit) ? (
						<bdi>{credit}</bdi>
					) : (
						t.rich("pictureCredit", { credit: () => <bdi>{credit}</bdi> })
					)}
				</span>
			)}
			{licence && (
				<span className="block">
					<LicenceName licence={licence} />
				</span>
			)}
		</figcaption>
	);
}

/** The name of a licence, which leads to its deed where it has one. */
function LicenceName({ licence }: { licence: Licence }) {
	const t = useTranslations("licence");
	const deed = deedOf(licence);
	if (deed === null) return t(licenceKey(licence));
	return (
		<a href={deed} rel="license noopener noreferrer" className="text-link">
			{t(licenceKey(licence))}
		</a>
	);
}

/** "Foto: …", "© …": the credit says itself what it is. */
function hasOwnLabel(credit: string): boolean {
	return /^(?:©|\p{L}[\p{L}\p{M}. ]{0,19}[:：])/u.test(credit);
}
