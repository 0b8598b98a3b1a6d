"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FormProblem } from "@/components/ui/error-summary";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";

type Props = {
	press: () => void;
	isBusy: boolean;
	problems: readonly FormProblem[];
	variant?: "primary" | "secondary";
	children: ReactNode;
};

/** Not there without script, which passkeys need. */
export function PasskeyButton({ press, isBusy, problems, variant, children }: Props) {
	const t = useTranslations();
	const isReady = useSyncExternalStore(
		subscribeToNothing,
		() => true,
		() => false,
	);
	if (!isReady) return null;
	return (
		<div className="flex flex-col gap-4">
			<ErrorSummary problems={problems} />
			<div>
				<Button variant={variant} onClick={press} aria-disabled={isBusy || undefined}>
					{isBusy ? t("ui.working") : children}
				</Button>
			</div>
		</div>
	);
}
