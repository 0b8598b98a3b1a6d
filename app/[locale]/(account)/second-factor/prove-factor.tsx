import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { DEMO_EMAILS, showsDemoCodes } from "@/lib/accounts/demonstration";
import { readOwnFactors } from "@/lib/accounts/factors";
import { env } from "@/lib/env";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { proveWithApp } from "./actions";
import { AppCodeForm } from "./app-code-form";
import { ProvePasskey } from "./prove-passkey";
import { RecoveryCodeForm } from "./recovery-code-form";

type Props = { viewer: SignedInViewer; locale: string; returnTo: string };

/** Every way by which this person can prove the second factor. */
export async function ProveFactor({ viewer, locale, returnTo }: Props) {
	const [{ app, passkeys, codesLeft }, t] = await Promise.all([
		readOwnFactors(viewer),
		getTranslations("account.factor.prove"),
	]);
	const demoEmails: readonly string[] = Object.values(DEMO_EMAILS);
	const contact = env().CONTACT_EMAIL;
	return (
		<div className="flex flex-col gap-10">
			{passkeys.length > 0 && (
				<section aria-labelledby="passkey">
					<h2 id="passkey" className="text-xl font-medium">
						{t("passkey")}
					</h2>
					<p className="mt-2 mb-5 text-ink-soft">{t("passkeyText")}</p>
					<ProvePasskey locale={locale} returnTo={returnTo} />
					<noscript>
						<p>{t("noScript")}</p>
					</noscript>
				</section>
			)}
			{app && (
				<section aria-labelledby="app">
					<h2 id="app" className="mb-5 text-xl font-medium">
						{t("app")}
					</h2>
					<AppCodeForm action={proveWithApp} locale={locale} returnTo={returnTo} />
					{showsDemoCodes() && demoEmails.includes(viewer.email) && (
						<Notice className="mt-8">
							{t.rich("demonstration", {
								outbox: (chunks) => <Link href="/outbox">{chunks}</Link>,
							})}
						</Notice>
					)}
				</section>
			)}
			<Disclosure summary={t("lost")}>
				{codesLeft > 0 && <RecoveryCodeForm locale={locale} returnTo={returnTo} />}
				<p className="mt-6 text-ink-soft">{t("lostText")}</p>
				{contact && (
					<p className="mt-2">
						<a href={`mailto:${contact}`} className="text-link">
							<bdi dir="ltr">{contact}</bdi>
						</a>
					</p>
				)}
			</Disclosure>
		</div>
	);
}
