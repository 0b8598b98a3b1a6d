import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { getRepeat, type RepeatPreview } from "@/lib/events/repeat-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { formatDay, formatDayRange, formatWeekday } from "@/lib/time/format";
import { CarriedOver } from "./carried-over";
import { OutdatedList } from "./outdated-list";
import { RepeatForm } from "./repeat-form";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.repeat");
	return { title: t("again") };
}

/** Before a past event is begun anew: its new day, what comes along, and what is probably out of date. */
export default async function RepeatPage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/repeat`);
	const preview = await readRepeat(viewer, id);
	const [t, my] = await Promise.all([getTranslations("my.repeat"), getTranslations("my")]);
	const { content, plan, knownId } = preview;
	const title = bestText(content.texts, locale)?.text;
	const name = title?.title ?? my("untitled");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{ label: <bdi>{name}</bdi>, href: `/my/events/${id}` },
					{ label: t("again") },
				]}
				eyebrow={<bdi lang={title?.locale}>{name}</bdi>}
				title={t("again")}
			/>
			<div className="flex flex-col gap-12">
				<NewDay {...preview} locale={locale} />
				<CarriedOver preview={preview} locale={locale} />
				<OutdatedList outdated={preview.outdated} locale={locale} />
				<div className="flex flex-wrap items-center gap-6">
					{knownId ? (
						<ButtonLink href={`/my/events/${knownId}`}>
							{t("known", { season: plan.season })}
						</ButtonLink>
					) : (
						<ClientMessages namespaces={["ui", "errors"]}>
							<RepeatForm eventId={id} locale={locale} idempotencyKey={randomUUID()}>
								{t("begin")}
							</RepeatForm>
						</ClientMessages>
					)}
					<Link href={`/my/events/${id}`} className="text-link">
						{t("cancel")}
					</Link>
				</div>
			</div>
		</Container>
	);
}

async function NewDay({ plan, content, locale }: RepeatPreview & { locale: string }) {
	const [t, when] = await Promise.all([
		getTranslations("my.repeat"),
		getTranslations("eventForm.when"),
	]);
	const { startDate: before } = content.schedule;
	return (
		<section aria-labelledby="new-day" className="border-s-2 border-rule ps-6">
			<h2 id="new-day" className="text-sm text-muted">
				{t("newDay")}
			</h2>
			<p className="figures mt-1 text-2xl">
				{when("local", {
					weekday: formatWeekday(plan.startDate, locale),
					day: formatDayRange(plan.startDate, plan.endDate, locale),
				})}
			</p>
			<p className="mt-1 text-ink-soft">
				{before && !plan.isDayAssumed
					? t("before", { weekday: formatWeekday(before, locale), day: formatDay(before, locale) })
					: t("dayAssumed")}
			</p>
		</section>
	);
}

async function readRepeat(viewer: Viewer, id: string): Promise<RepeatPreview> {
	return foundOr404(id, () => getRepeat(viewer, id, new Date()));
}
