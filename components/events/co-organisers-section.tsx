"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useEventForm, useIncoming } from "./form-context";
import { FormSection } from "./form-section";
import { IntentButton } from "./intent-button";
import { OrganiserFinder } from "./organiser-finder";
import type { NamedOrganiser, OrganiserOption } from "./organiser-search";
import { useFocusAfter } from "./use-focus-after";

export type CoOrganisers = {
	/** Those that the draft names. */
	named: readonly NamedOrganiser[];
	/** What was searched for without script, and what was found. */
	query: string;
	found: readonly OrganiserOption[] | null;
};

const LIST = "coOrganisers";
const MAX_NAMED = 10;

/** Other organisations that hold the event too: each is asked, and appears once it has accepted. */
export function CoOrganisersSection({
	eventId,
	named: first,
	query,
	found,
}: CoOrganisers & { eventId: string }) {
	const t = useTranslations("eventForm.coOrganisers");
	const { error } = useEventForm();
	const { named, add, remove } = useNamed(first);
	const focusNext = useFocusAfter(named);
	return (
		<FormSection name={LIST} legend={t("legend")} hint={t("hint")} error={error(LIST)}>
			{named.length > 0 && (
				<ul className="divide-y divide-line border-y border-line">
					{named.map((organiser) => (
						<Named
							key={organiser.id}
							organiser={organiser}
							onRemove={() => {
								focusNext(LIST);
								remove(organiser.id);
							}}
						/>
					))}
				</ul>
			)}
			{named.length < MAX_NAMED && (
				<OrganiserFinder
					eventId={eventId}
					query={query}
					found={found}
					named={named}
					onAdd={(organiser) => {
						focusNext("organiserQuery");
						add(organiser);
					}}
				/>
			)}
		</FormSection>
	);
}

function Named({ organiser, onRemove }: { organiser: NamedOrganiser; onRemove: () => void }) {
	const t = useTranslations("eventForm.coOrganisers");
	const { note } = useEventForm();
	const { id, name, countryName, isVerified, hasMembers, state } = organiser;
	return (
		<li className="py-4">
			<input type="hidden" name={`${LIST}.${id}`} value={name} />
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
				<div className="min-w-0">
					<p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
						<bdi className="wrap-anywhere">{name}</bdi>
						{isVerified && <Badge tone="success">{t("verified")}</Badge>}
					</p>
					{countryName && <p className="text-sm text-muted">{countryName}</p>}
					<p className="text-sm text-ink-soft">{t(`state.${state ?? "unasked"}`)}</p>
					{hasMembers === false && state !== "accepted" && (
						<p className="text-sm text-muted">{t("noMembers")}</p>
					)}
				</div>
				<IntentButton
					intent={`remove_organiser.${id}`}
					variant="quiet"
					className="text-sm"
					onIntent={onRemove}
				>
					{t("remove")} <span className="sr-only">{name}</span>
				</IntentButton>
			</div>
			{note(`${LIST}.${id}`)}
		</li>
	);
}

/** Whom the form names; changes made elsewhere are taken in. */
function useNamed(first: readonly NamedOrganiser[]) {
	const { changed } = useEventForm();
	const [named, setNamed] = useState(first);
	const before = useRef(named);
	useEffect(() => {
		if (before.current === named) return;
		before.current = named;
		changed(LIST);
	}, [named, changed]);
	useIncoming(({ names, values }) => {
		const own = names.filter((name) => name.startsWith(`${LIST}.`));
		for (const field of own) {
			const id = field.slice(LIST.length + 1);
			const name = values[field];
			setNamed((list) => {
				const others = list.filter((each) => each.id !== id);
				if (name === undefined) return others;
				return others.length < list.length ? list : [...list, { id, name }];
			});
		}
		return own;
	});
	return {
		named,
		add: (organiser: OrganiserOption) =>
			setNamed((list) =>
				list.some(({ id }) => id === organiser.id) ? list : [...list, organiser],
			),
		remove: (id: string) => setNamed((list) => list.filter((each) => each.id !== id)),
	};
}
