"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";

type Props = {
	/** What the button that opens it says. */
	trigger: ReactNode;
	triggerVariant?: ButtonVariant;
	title: ReactNode;
	/** May hold a form, unless the dialog stands in one itself. */
	children: ReactNode;
};

/** A native modal dialog and its button. Without script the button does nothing: never the only way. */
export function Dialog({ trigger, triggerVariant = "secondary", title, children }: Props) {
	const t = useTranslations("ui");
	const dialog = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	return (
		<>
			<Button
				variant={triggerVariant}
				aria-haspopup="dialog"
				onClick={() => dialog.current?.showModal()}
			>
				{trigger}
			</Button>
			<dialog
				ref={dialog}
				aria-labelledby={titleId}
				className="w-[min(36rem,calc(100vw-2rem))] rounded-sm border border-line-strong bg-surface p-6 text-ink sm:p-8"
			>
				<h2 id={titleId} className="text-xl font-medium">
					{title}
				</h2>
				<div className="mt-4 flex flex-col gap-5">{children}</div>
				<Button variant="quiet" className="mt-4" onClick={() => dialog.current?.close()}>
					{t("close")}
				</Button>
			</dialog>
		</>
	);
}
