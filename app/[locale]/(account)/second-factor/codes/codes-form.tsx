"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState, useSyncExternalStore } from "react";
import { problemsOf } from "@/app/form-problems";
import { Button, ButtonAnchor } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { makeCodes } from "../actions";

type Props = {
	locale: string;
	/** Whose codes they are; written over what is kept of them. */
	account: string;
	/** True when there are codes already, which end then. */
	hasCodes: boolean;
	/** Where to go on, with language. */
	next: string;
};

/** Makes the codes and shows them. */
export function CodesForm({ locale, account, hasCodes, next }: Props) {
	const t = useTranslations("account.factor.codes");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(makeCodes, null);
	if (state?.ok) return <MadeCodes codes={state.data.codes} account={account} next={next} />;
	return (
		<form action={action} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="locale" value={locale} />
			{hasCodes && <p>{t("end")}</p>}
			<div className="flex flex-wrap gap-3">
				<SubmitButton>{t("make")}</SubmitButton>
				<ButtonAnchor href={next} variant="quiet">
					{t("later")}
				</ButtonAnchor>
			</div>
		</form>
	);
}

function MadeCodes({ codes, account, next }: { codes: string[]; account: string; next: string }) {
	const t = useTranslations("account.factor.codes");
	// Without script there is still the file, and the browser's own menu prints.
	const isReady = useSyncExternalStore(
		subscribeToNothing,
		() => true,
		() => false,
	);
	const text = [t("file"), account, "", ...codes, ""].join("\n");
	return (
		<div className="flex flex-col gap-6">
			<Notice tone="warning" live title={t("once")} className="print:hidden">
				<p>{t("keep")}</p>
			</Notice>
			<ol
				aria-label={t("title")}
				dir="ltr"
				translate="no"
				className="figures grid gap-x-8 gap-y-3 border-y border-line py-6 text-lg sm:grid-cols-2"
			>
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ol>
			<div className="flex flex-wrap gap-3 print:hidden">
				<ButtonAnchor
					href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
					download="26-february-recovery-codes.txt"
					variant="secondary"
				>
					{t("download")}
				</ButtonAnchor>
				{isReady && (
					<>
						<CopyButton text={text} />
						<Button variant="secondary" onClick={() => window.print()}>
							{t("print")}
						</Button>
					</>
				)}
			</div>
			<div className="print:hidden">
				<ButtonAnchor href={next}>{t("goOn")}</ButtonAnchor>
			</div>
		</div>
	);
}

function CopyButton({ text }: { text: string }) {
	const t = useTranslations("account.factor.codes");
	const [isCopied, setCopied] = useState(false);
	const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
	return (
		<Button variant="secondary" onClick={copy}>
			<span aria-live="polite">{t(isCopied ? "copied" : "copy")}</span>
		</Button>
	);
}
