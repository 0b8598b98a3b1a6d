import { getTranslations } from "next-intl/server";
import { CloseForm } from "@/app/close-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/i18n/navigation";
import { readComingOn } from "@/lib/calendar/coming-on";
import { viewOf } from "@/lib/calendar/event-view";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { formatDay } from "@/lib/time/format";
import { close } from "../actions";

const MAX_SHOWN = 20;

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** The way to close an organisation for good, and what becomes of its coming events; for admins. */
export async function CloseSection({ organisation, isFresh, locale }: Props) {
	if (!organisation.mayClose) return null;
	const [t, own, hold] = await Promise.all([
		getTranslations("adminOrganisations.closing"),
		getTranslations("organisation.closing"),
		getTranslations("adminOrganisations.hold"),
	]);
	return (
		<section aria-labelledby="close" className="flex flex-col gap-4">
			<h2 id="close" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-muted">{t("text")}</p>
			<ComingEvents slug={organisation.slug} locale={locale} />
			{isFresh && (
				<Disclosure summary={t("title")}>
					<CloseForm
						action={close}
						hidden={{ organisationId: organisation.id, locale }}
						idPrefix="close-"
						reason={{ label: hold("reason"), hint: t("reasonHint") }}
						day={{ label: own("dissolvedOn"), hint: own("dissolvedOnHint") }}
						send={t("send")}
					/>
				</Disclosure>
			)}
		</section>
	);
}

/** Cancelled ones need nobody any more. */
async function ComingEvents({ slug, locale }: { slug: string; locale: string }) {
	const t = await getTranslations("adminOrganisations.closing");
	const now = new Date();
	const { count, events } = await readComingOn(slug, { now, limit: MAX_SHOWN });
	if (count === 0) return <p>{t("coming", { count })}</p>;
	return (
		<>
			<p className="font-medium">{t("coming", { count })}</p>
			<p className="text-muted">{t("comingText")}</p>
			<ul className="list-disc ps-5">
				{events.map((event) => {
					const { title, titleLanguage, startDate } = viewOf(event, locale, now);
					return (
						<li key={event.id}>
							<Link href={`/review/${event.id}`} prefetch={false} className="text-link">
								<bdi lang={titleLanguage ?? undefined}>{title}</bdi>
							</Link>
							{startDate && ` · ${formatDay(startDate, locale)}`}
						</li>
					);
				})}
			</ul>
		</>
	);
}
