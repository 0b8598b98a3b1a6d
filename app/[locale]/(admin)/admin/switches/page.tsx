import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import { readSwitches, SWITCHES } from "@/lib/permissions/switches";
import { formatInstant } from "@/lib/time/format";
import { turnSwitchAction } from "./actions";
import { SwitchForm } from "./switch-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["freeze_on", "freeze_off", "read_only_on", "read_only_off"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("adminSwitches");
	return { title: t("title") };
}

/** What an admin stops at once when something goes wrong. */
export default async function SwitchesPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/switches");
	if (!can(viewer, { action: "switches.turn" })) notFound();
	const [switches, t] = await Promise.all([readSwitches(), getTranslations("adminSwitches")]);
	const isFresh = isFreshlyProven(viewer, new Date());
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	return (
		<Container width="narrow">
			<PageHeader title={t("title")} lead={t("lead")} />
			{done && (
				<div className="mb-8">
					<Notice tone="success" live title={t(`done.${done}`)} />
				</div>
			)}
			{!isFresh && <ProveAgain path={`/${locale}/admin/switches`} className="mb-12" />}
			<div className="flex flex-col gap-12">
				{SWITCHES.map((name) => {
					const { isOn, reason, changedAt } = switches[name];
					return (
						<section key={name} aria-labelledby={name} className="border-t border-ink pt-6">
							<h2 id={name} className="flex flex-wrap items-center gap-3 text-xl font-medium">
								{t(`${name}.title`)}
								<Badge tone={isOn ? "accent" : "neutral"}>{t(isOn ? "on" : "off")}</Badge>
							</h2>
							<p className="mt-2 mb-6">{t(`${name}.text`)}</p>
							{isOn && (
								<p className="mb-4">
									<bdi>{reason}</bdi>
									{changedAt && (
										<span className="figures block text-sm text-muted">
											{formatInstant(changedAt, "UTC", locale)} UTC
										</span>
									)}
								</p>
							)}
							{isFresh && isOn && (
								<OneButtonForm
									run={turnSwitchAction}
									variant="secondary"
									values={{ name, isOn: 0, locale }}
								>
									{t(`${name}.turnOff`)}
								</OneButtonForm>
							)}
							{isFresh && !isOn && <SwitchForm name={name} locale={locale} />}
						</section>
					);
				})}
			</div>
		</Container>
	);
}
