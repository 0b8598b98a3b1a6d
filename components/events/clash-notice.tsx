import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { Link } from "@/i18n/navigation";
import type { Clash } from "@/lib/events/clashes";

/** Other events that one should know of, duplicates first; it advises and stops nobody. */
export function ClashNotice({ clashes }: { clashes: readonly Clash[] }) {
	const t = useTranslations("clashes");
	if (clashes.length === 0) return null;
	const duplicates = clashes.filter(({ kind }) => kind === "duplicate");
	const others = clashes.filter(({ kind }) => kind === "clash");
	return (
		<div className="flex flex-col gap-6 border-s-2 border-line-strong ps-5">
			{duplicates.length > 0 && (
				<ClashGroup
					title={t("duplicates", { count: duplicates.length })}
					text={t("duplicatesText")}
					clashes={duplicates}
				/>
			)}
			{others.length > 0 && (
				<ClashGroup
					title={t("title", { count: others.length })}
					text={t("text")}
					clashes={others}
				/>
			)}
		</div>
	);
}

function ClashGroup({
	title,
	text,
	clashes,
}: {
	title: string;
	text: string;
	clashes: readonly Clash[];
}) {
	return (
		<div>
			<p className="font-medium">{title}</p>
			<p className="mt-1 max-w-narrow text-sm text-ink-soft">{text}</p>
			<ul className="mt-3 flex flex-col gap-4">
				{clashes.map((clash) => (
					<ClashItem key={clash.path} clash={clash} />
				))}
			</ul>
		</div>
	);
}

function ClashItem({ clash }: { clash: Clash }) {
	const t = useTranslations("clashes");
	const locale = useLocale();
	const { path, title, titleLanguage, when, place, organiser, writeTo, contact, source } = clash;
	return (
		<li className="min-w-0 text-sm">
			<p className="text-base">
				<Link
					href={path}
					target="_blank"
					prefetch={false}
					lang={titleLanguage ?? undefined}
					dir="auto"
					className="text-link"
				>
					{title || t("untitled")}
				</Link>
			</p>
			<p className="figures">{when}</p>
			<p className="text-ink-soft">
				<bdi>{placeLine(place, locale)}</bdi>
			</p>
			<p className="text-muted">
				<bdi>{source === "own" ? t("own") : organiser}</bdi>
			</p>
			{contact && (writeTo || contact.email || contact.url) && (
				<ul className="flex flex-wrap gap-x-5">
					{writeTo && (
						<li>
							{/* A window of its own: nothing that is typed here is left behind. */}
							<Link
								href={`/my/write/${writeTo}`}
								target="_blank"
								prefetch={false}
								className="text-link"
							>
								{t("write")}
							</Link>
						</li>
					)}
					{contact.email && (
						<li>
							<a href={`mailto:${contact.email}`} className="text-link break-all">
								<bdi>{contact.email}</bdi>
							</a>
						</li>
					)}
					{contact.url && (
						<li>
							<a
								href={contact.url}
								target="_blank"
								rel="noopener noreferrer nofollow"
								className="text-link break-all"
							>
								{t("website")}
							</a>
						</li>
					)}
				</ul>
			)}
		</li>
	);
}
