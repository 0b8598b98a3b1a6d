import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { listMinutesOfSilence } from "@/lib/calendar/minutes-of-silence";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import { countryName, listCountries } from "@/lib/places/countries";
import { hostOf } from "@/lib/text/host-of";
import { formatTime } from "@/lib/time/format";
import { removeSilenceAction } from "./actions";
import { SilenceForm } from "./silence-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["set", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("silence");
	return { title: t("title") };
}

/** At which hour of 26 February countries observe the minute of silence. */
export default async function SilencePage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/silence");
	if (!can(viewer, { action: "silence.edit" })) notFound();
	const [minutes, t] = await Promise.all([listMinutesOfSilence(), getTranslations("silence")]);
	const isFresh = isFreshlyProven(viewer, new Date());
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("lead")} />
			{done && <Notice tone="success" live title={t(`done.${done}`)} className="mb-8" />}
			{!isFresh && <ProveAgain path={`/${locale}/admin/silence`} className="mb-8" />}
			{minutes.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<ul className="divide-y divide-line border-y border-line">
					{minutes.map(({ country, time, sourceUrl }) => {
						const name = countryName(country, locale);
						return (
							<li
								key={country}
								className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4"
							>
								<div>
									<p className="font-medium">
										{name} <span className="figures ms-2">{formatTime(time, locale)}</span>
									</p>
									{sourceUrl && (
										<a href={sourceUrl} rel="noopener" className="text-link text-sm">
											{hostOf(sourceUrl)}
										</a>
									)}
								</div>
								{isFresh && (
									<OneButtonForm
										run={removeSilenceAction}
										variant="quiet"
										values={{ country, locale }}
									>
										{t("remove", { country: name })}
									</OneButtonForm>
								)}
							</li>
						);
					})}
				</ul>
			)}
			{isFresh && (
				<section aria-labelledby="add" className="mt-12 flex flex-col gap-6">
					<h2 id="add" className="text-xl font-medium">
						{t("add")}
					</h2>
					<SilenceForm key={minutes.length} locale={locale} countries={listCountries(locale)} />
				</section>
			)}
		</Container>
	);
}
