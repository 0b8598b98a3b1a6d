import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { isUnder } from "./autosaver";

/** The parts of the form and the answers in them that may be needed to submit it. */
const PARTS = {
	what: ["type", "texts", "superEventId"],
	when: ["startDate", "endDate", "startTime", "endTime", "timing"],
	where: ["country", "cityName", "timezone", "onlineUrl", "lat", "lon"],
	programme: ["programme"],
	languages: ["languages"],
	coOrganisers: ["coOrganisers"],
	contact: ["contactName", "contactEmail", "contactPhone", "contactUrl"],
	pictures: ["pictures"],
} as const;

type Part = keyof typeof PARTS;

const NEEDED: readonly Part[] = ["what", "when", "where"];

type Props = {
	/** Names of the answers that are still needed. */
	missing: readonly string[];
};

/** Beside the form on wide screens: its parts and whether it is saved; at the foot of the window on a phone. */
export function FormAside({ missing, children }: Props & { children: ReactNode }) {
	const t = useTranslations("eventForm");
	return (
		<div className="sticky bottom-0 z-10 mt-8 lg:top-8 lg:bottom-auto lg:mt-0 lg:self-start lg:border-t lg:border-ink lg:pt-6">
			<nav aria-label={t("parts")} className="mb-6 hidden lg:block">
				<PartsList missing={missing} />
			</nav>
			{children}
		</div>
	);
}

/** The same above the form where there is no room beside it. */
export function PartsAtTop({ missing }: Props) {
	const t = useTranslations("eventForm");
	return (
		<nav aria-label={t("parts")} className="-mb-6 lg:hidden">
			<Disclosure
				summary={
					<span className="flex flex-wrap gap-x-3">
						{t("parts")}
						<span className="font-normal text-muted">
							{missing.length === 0
								? t("partComplete")
								: t("partMissing", { count: missing.length })}
						</span>
					</span>
				}
			>
				<PartsList missing={missing} />
			</Disclosure>
		</nav>
	);
}

/** Can be taken in any order; those that are needed say how far they are. */
function PartsList({ missing }: Props) {
	const t = useTranslations("eventForm");
	const parts = Object.keys(PARTS) as Part[];
	return (
		<ul className="flex flex-col text-sm">
			{parts.map((part) => {
				const count = missing.filter((name) => partOf(name) === part).length;
				return (
					<li key={part} className="flex flex-wrap items-center gap-x-3">
						<a
							href={`#${part}`}
							className="inline-flex min-h-11 items-center text-ink-soft no-underline hover:text-accent"
						>
							{t(`${part}.legend`)}
						</a>
						{count > 0 && <span className="text-accent">{t("partMissing", { count })}</span>}
						{count === 0 && NEEDED.includes(part) && (
							<span className="text-success">{t("partComplete")}</span>
						)}
					</li>
				);
			})}
		</ul>
	);
}

function partOf(name: string): Part {
	const parts = Object.entries(PARTS) as [Part, readonly string[]][];
	return parts.find(([, names]) => isUnder(name, names))?.[0] ?? "when";
}
