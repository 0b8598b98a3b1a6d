import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { ConflictNote } from "@/components/events/conflict-note";
import type { EventFormContext } from "@/components/events/form-context";
import { OutdatedNote } from "@/components/events/outdated-notes";
import type { Belonging } from "@/components/events/part-of-field";
import { rowsIn } from "@/components/events/use-rows";
import type { FieldErrors } from "@/lib/errors";
import type { Outdated } from "@/lib/events/outdated";
import type { useTogether } from "./use-together";

type Together = ReturnType<typeof useTogether>;

/** What the sections of the form are told of the whole. */
export function useFormContext({
	typed,
	fields,
	wholes,
	together: { conflicts, decide, incoming },
	outdated,
	isEnhanced,
	changed,
}: {
	typed: Readonly<Record<string, string>>;
	fields: FieldErrors;
	/** The events among which one may be chosen. */
	wholes: Belonging["wholes"];
	together: Together;
	outdated: readonly Outdated[];
	isEnhanced: boolean;
	changed: (name?: string) => void;
}): EventFormContext {
	const errors = useTranslations("errors");
	const [first] = useState(typed);
	const decideLatest = useRef(decide);
	useEffect(() => {
		decideLatest.current = decide;
	});
	return useMemo(
		() => ({
			value: (name) => incoming.valueOf(name) ?? first[name] ?? "",
			countRows: (list) => rowsIn(first, list),
			errorKey: (name) => fields[name],
			error: (name) => (fields[name] === undefined ? undefined : errors(fields[name])),
			note: (name) => {
				const here = outdated.filter(({ field }) => field === name);
				const conflict = conflicts.find(({ field }) => field === name);
				if (!conflict) return here.length > 0 && <OutdatedNote outdated={here} />;
				return (
					<>
						{here.length > 0 && <OutdatedNote outdated={here} />}
						<ConflictNote
							conflict={conflict}
							wholes={wholes}
							onDecide={(isMine) => decideLatest.current(conflict, isMine)}
						/>
					</>
				);
			},
			onIncoming: incoming.listen,
			isEnhanced,
			changed,
		}),
		[first, fields, wholes, outdated, errors, isEnhanced, changed, conflicts, incoming],
	);
}
