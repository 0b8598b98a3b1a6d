import { useLocale, useTranslations } from "next-intl";
import { pageAddress } from "@/app/page-address";
import { ShareButton } from "@/components/calendar/share-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { EventView } from "@/lib/calendar/event-view";
import { SHARE_TARGETS, shareLinks } from "@/lib/feeds/share-links";
import { qrCodeSize } from "@/lib/media/qr-code";

type Props = { view: EventView; url: string };

const LINK = "inline-flex min-h-11 items-center text-link";

/** Ways to pass the page on: by link, on other sites, on paper. All but the button work without script. */
export function EventShare({ view, url }: Props) {
	const t = useTranslations("event");
	const visitor = useTranslations("visitor");
	const links = shareLinks({ title: view.title, url });
	return (
		<section aria-labelledby="share" className="print:hidden">
			<h2 id="share" className="mb-3 font-medium">
				{t("share")}
			</h2>
			<ShareButton
				url={url}
				title={view.title}
				texts={{ share: visitor("share"), copy: visitor("copy"), copied: visitor("copied") }}
			/>
			<Disclosure summary={t("shareElsewhere")} className="mt-2">
				<ul className="flex flex-wrap gap-x-6 text-sm">
					{SHARE_TARGETS.map((target) => (
						<li key={target}>
							<a href={links[target]} rel="noopener nofollow" className={LINK}>
								{t(`shareTo.${target}`)}
							</a>
						</li>
					))}
				</ul>
			</Disclosure>
			<QrCode view={view} />
		</section>
	);
}

const PIXELS_A_MODULE = 4;

/** Always dark on light: some readers see nothing else. */
function QrCode({ view }: { view: EventView }) {
	const t = useTranslations("event");
	const locale = useLocale();
	const pixels = PIXELS_A_MODULE * qrCodeSize(pageAddress(locale, view.path));
	const path = `/qr/${locale}${view.path.replace(/^\/events/, "")}`;
	return (
		<Disclosure summary={t("qrCode")} className="border-t-0">
			{/* biome-ignore lint/performance/noImgElement: a small drawing; the image optimiser is off */}
			<img
				src={`${path}.svg`}
				width={pixels}
				height={pixels}
				alt={t("qrCodeAlt")}
				loading="lazy"
				decoding="async"
				className="box-content max-w-full border border-line bg-white"
			/>
			<p className="mt-3 text-sm text-muted">{t("qrCodeText")}</p>
			<p className="mt-1 flex flex-wrap gap-x-6 text-sm">
				<a href={`${path}.svg`} download className={LINK}>
					{t("qrCodeSvg")}
				</a>
				<a href={`${path}.png`} download className={LINK}>
					{t("qrCodePng")}
				</a>
			</p>
		</Disclosure>
	);
}
