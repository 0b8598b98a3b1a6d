"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/text-fields";
import { useEventForm } from "./form-context";
import { IntentButton } from "./intent-button";
import { type NamedOrganiser, type OrganiserOption, searchOrganisers } from "./organiser-search";
import { useTypeAhead } from "./use-type-ahead";

type Props = {
	eventId: string;
	/** What was searched for without script, and what was found. */
	query: string;
	found: readonly OrganiserOption[] | null;
	named: readonly NamedOrganiser[];
	onAdd: (organiser: OrganiserOption) => void;
};

const PAUSE_MS = 200;

/** A search over the calendar's organisers; what is found are buttons, with script as one types. */
export function OrganiserFinder({ eventId, query, found, named, onAdd }: Props) {
	const t = useTranslations("eventForm.coOrganisers");
	const { isEnhanced } = useEventForm();
	const [typed, setTyped] = useState(query);
	const locale = useLocale();
	const ask = useCallback(
		(asked: string, signal: AbortSignal) =>
			searchOrganisers({ eventId, query: asked, locale }, signal),
		[eventId, locale],
	);
	const search = useTypeAhead(typed, { search: ask, pauseMs: PAUSE_MS });
	const all = search.kind === "found" ? search.items : isEnhanced ? null : found;
	const items = all?.filter(({ id }) => named.every((each) => each.id !== id));
	return (
		<div className="flex flex-col gap-3">
			<Field name="organiserQuery" label={t("search")} hint={t("searchHint")}>
				{(control) => (
					<div className="flex flex-wrap items-start gap-3">
						<Input
							{...control}
							// With script it is no part of the form: what is searched for is not saved.
							name={isEnhanced ? undefined : control.name}
							type="search"
							autoComplete="off"
							maxLength={80}
							dir="auto"
							className="min-w-0 flex-1 basis-60"
							value={typed}
							onChange={(event) => setTyped(event.currentTarget.value)}
							onKeyDown={(event) => {
								if (isEnhanced && event.key === "Enter") event.preventDefault();
							}}
						/>
						{!isEnhanced && (
							<IntentButton
								intent="find_organiser"
								variant="secondary"
								className="[@media(scripting:enabled)]:hidden"
								onIntent={() => undefined}
							>
								{t("find")}
							</IntentButton>
						)}
					</div>
				)}
			</Field>
			<p role="status" className={items ? "text-sm text-muted" : "sr-only"}>
				{items && t("results", { count: items.length })}
				{search.kind === "failed" && t("failed")}
			</p>
			{items && items.length > 0 && (
				<ul className="divide-y divide-line border-y border-line">
					{items.map((organiser) => (
						<li
							key={organiser.id}
							className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3"
						>
							<div className="min-w-0">
								<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
									<bdi className="wrap-anywhere">{organiser.name}</bdi>
									{organiser.isVerified && <Badge tone="success">{t("verified")}</Badge>}
								</p>
								<p className="text-sm text-muted">{organiser.countryName}</p>
							</div>
							<IntentButton
								intent={`add_organiser.${organiser.id}`}
								variant="secondary"
								onIntent={() => {
									setTyped("");
									onAdd(organiser);
								}}
							>
								{t("add")} <span className="sr-only">{organiser.name}</span>
							</IntentButton>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
