import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { Absences } from "@/components/moderation/absences";
import { TerritoryCard } from "@/components/moderation/territory-card";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { listOwnAbsences, listTerritories } from "@/lib/moderation/territory-queries";
import { cancelAbsenceAction, planAbsenceAction } from "./actions";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["planned", "cancelled"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("duty");
	return { title: t("title") };
}

/** What a reviewer looks after, with whom, and when they are away. */
export default async function DutyPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/duty");
	const now = new Date();
	const [territories, absences, t] = await Promise.all([
		listTerritories(viewer, now),
		listOwnAbsences(viewer, now),
		getTranslations("duty"),
	]);
	const own = territories.filter(({ people }) => people.some(({ id }) => id === viewer.id));
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
			<div className="flex flex-col gap-6">
				{own.map((territory) => (
					<TerritoryCard key={territory.id} territory={territory} locale={locale} />
				))}
				<p>{viewer.isAdmin ? t("admin") : t("mail")}</p>
			</div>
			<section aria-labelledby="absence" className="mt-14 border-t border-ink pt-6">
				<h2 id="absence" className="text-xl font-medium">
					{t("absence.title")}
				</h2>
				<p className="mt-2 mb-6">{t("absence.lead")}</p>
				<Absences
					absences={absences}
					plan={planAbsenceAction}
					cancel={cancelAbsenceAction}
					hidden={{ locale }}
					locale={locale}
					today={now.toISOString().slice(0, 10)}
				/>
			</section>
		</Container>
	);
}
