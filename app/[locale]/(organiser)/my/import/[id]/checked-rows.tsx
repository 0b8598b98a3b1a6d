import { getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { listRows, type MyImport } from "@/lib/imports/queries";
import { changeColumns, importRows, leaveRowsOut } from "../actions";
import { CheckedRow } from "./checked-row";
import { RemoveForm } from "./remove-form";

type Query = Record<string, string | string[] | undefined>;
const SHOWN = { problems: "showProblems", all: "showAll", left_out: "showLeftOut" } as const;
type Show = keyof typeof SHOWN;

/** The dry run: what would become of each row, and the press of a button that imports them all. */
export async function CheckedRows({
	found,
	locale,
	query,
}: {
	found: MyImport;
	locale: string;
	query: Query;
}) {
	const t = await getTranslations("imports.result");
	const problemCount = found.problemCount ?? 0;
	const goodCount = found.rowCount - found.leftOutCount - problemCount;
	const show = showOf(query.show, problemCount + found.shutCount);
	const after = Number(query.after) || 0;
	const { rows, hasMore } = await listRows(found.id, { show, after });
	const hidden = { locale, importId: found.id, version: String(found.version) };
	const address = `/my/import/${found.id}?show=${show}`;
	const isReady = problemCount === 0 && goodCount > 0;
	const { shutCount } = found;
	return (
		<div className="flex flex-col gap-8">
			{found.returned && (
				<Notice tone="warning" title={t("returned")}>
					{t(`returnedFor.${found.returned}`)}
				</Notice>
			)}
			<Notice
				tone={problemCount > 0 ? "warning" : "success"}
				title={countsOf({ goodCount, problemCount, leftOutCount: found.leftOutCount }, t)}
			>
				{t(problemCount > 0 ? "nothing" : "ready")}
			</Notice>
			{shutCount > 0 && (
				<Notice tone="warning" title={t("shut", { count: shutCount })}>
					{t("shutText")}
				</Notice>
			)}
			<div className="flex flex-wrap gap-3">
				{isReady && (
					<KeptForm action={importRows} hidden={hidden} className="flex flex-wrap gap-3">
						{shutCount === 0 && (
							<SubmitButton name="as" value="submissions">
								{t("submit", { count: goodCount })}
							</SubmitButton>
						)}
						<SubmitButton name="as" value="drafts" variant="secondary">
							{t("asDrafts")}
						</SubmitButton>
					</KeptForm>
				)}
				{problemCount + shutCount > 0 && goodCount > shutCount && (
					<KeptForm action={leaveRowsOut} hidden={{ ...hidden, isLeftOut: "yes" }}>
						<SubmitButton variant="secondary">{t("leaveOutAll")}</SubmitButton>
					</KeptForm>
				)}
				<KeptForm action={changeColumns} hidden={hidden}>
					<SubmitButton variant="quiet">{t("columns")}</SubmitButton>
				</KeptForm>
				<RemoveForm found={found} locale={locale} />
			</div>
			<nav aria-label={t("show")} className="flex flex-wrap gap-x-6 gap-y-2">
				{Object.entries(SHOWN).map(([value, label]) => (
					<Link
						key={value}
						href={`/my/import/${found.id}?show=${value}`}
						aria-current={value === show ? "page" : undefined}
						className="py-1 text-link aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
					>
						{t(label)}
					</Link>
				))}
			</nav>
			{rows.length === 0 ? (
				<EmptyState title={t("none")} />
			) : (
				<ol className="divide-y divide-line border-y border-line">
					{rows.map((row) => (
						<CheckedRow key={row.number} row={row} found={found} locale={locale} hidden={hidden} />
					))}
				</ol>
			)}
			<Pagination
				previousHref={after > 0 ? address : undefined}
				previousLabel={t("first")}
				nextHref={hasMore ? `${address}&after=${rows.at(-1)?.number ?? 0}` : undefined}
				nextLabel={t("more")}
			/>
		</div>
	);
}

function showOf(value: Query[string], problemCount: number): Show {
	if (typeof value === "string" && Object.hasOwn(SHOWN, value)) return value as Show;
	return problemCount > 0 ? "problems" : "all";
}

function countsOf(
	counts: { goodCount: number; problemCount: number; leftOutCount: number },
	t: (key: "good" | "problems" | "leftOut", values: { count: number }) => string,
): string {
	return [
		t("good", { count: counts.goodCount }),
		counts.problemCount > 0 ? t("problems", { count: counts.problemCount }) : "",
		counts.leftOutCount > 0 ? t("leftOut", { count: counts.leftOutCount }) : "",
	]
		.filter(Boolean)
		.join(" · ");
}
