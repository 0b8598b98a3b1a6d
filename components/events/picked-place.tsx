"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { classNames } from "@/components/ui/class-names";
import { zoneOffset } from "./zone-offset";

/** Country and zone of a city from the list, in words. */
export function PickedPlace({
	country,
	zone,
	date,
}: {
	country: string;
	zone: string;
	date: string;
}) {
	const t = useTranslations("eventForm.where");
	return (
		// An old browser does not know the offset that the server has written.
		<p className="-mt-3 border-s-2 border-rule ps-4 text-sm" role="status" suppressHydrationWarning>
			{t("zoneInWords", { place: country, zone, offset: zoneOffset(zone, date) })}
		</p>
	);
}

/** Country and zone as controls, closed behind a summary while the city gives both; without script always open. */
export function ByHand({
	isOpen,
	isOffered,
	onOpen,
	children,
}: {
	isOpen: boolean;
	/** There is something to open: a city was picked. */
	isOffered: boolean;
	onOpen: () => void;
	children: ReactNode;
}) {
	const t = useTranslations("eventForm.where");
	return (
		<details
			open={isOpen}
			className={classNames(
				"by-hand",
				!isOpen && !isOffered && "[@media(scripting:enabled)]:hidden",
			)}
			onToggle={(event) => {
				if (isOffered && event.currentTarget.open) onOpen();
			}}
		>
			<summary
				hidden={!isOffered}
				className={classNames("plain-summary -mt-6 text-sm", buttonClass({ variant: "quiet" }))}
			>
				{t("change")}
			</summary>
			<div className="grid gap-6 sm:grid-cols-2">{children}</div>
		</details>
	);
}
