import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type OwnFactors, readOwnFactors } from "@/lib/accounts/factors";
import { FRESH_PROOF_MINUTES, isFreshlyProven } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { formatInstant } from "@/lib/time/format";
import { dropApp, dropPasskey, setUpApp } from "../../second-factor/actions";
import { NewPasskey } from "../../second-factor/new-passkey";
import { deviceName } from "./device-name";

type Props = { viewer: SignedInViewer; locale: string };

/** By what the person proves who they are besides the mailbox. It changes only after a fresh proof. */
export async function FactorSection({ viewer, locale }: Props) {
	const [factors, t] = await Promise.all([
		readOwnFactors(viewer),
		getTranslations("account.factor"),
	]);
	const here = `/${locale}/my/account`;
	const returnTo = encodeURIComponent(here);
	const isFresh = isFreshlyProven(viewer, new Date());
	return (
		<section aria-labelledby="second-factor" className="mt-14 flex flex-col gap-4">
			<h2 id="second-factor" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-ink-soft">{t("own.text")}</p>
			{viewer.factor !== "none" && (
				<FactorList factors={factors} locale={locale} isFresh={isFresh} />
			)}
			{viewer.factor !== "none" && factors.codesLeft < 3 && (
				<Notice tone="warning" title={t("own.codesLeft", { count: factors.codesLeft })}>
					<p>{t("own.fewCodes")}</p>
				</Notice>
			)}
			{isFresh ? (
				<div className="flex flex-wrap items-start gap-3">
					<NewPasskey locale={locale} returnTo={here} variant="secondary" />
					{!factors.app && (
						<OneButtonForm run={setUpApp} variant="secondary" values={{ locale, returnTo: here }}>
							{t("setUp.newApp")}
						</OneButtonForm>
					)}
					<ButtonLink href={`/second-factor/codes?returnTo=${returnTo}`} variant="secondary">
						{t("codes.make")}
					</ButtonLink>
				</div>
			) : (
				<div className="flex flex-col items-start gap-3">
					{viewer.factor !== "none" && (
						<p className="text-sm text-muted">
							{t("own.change", { minutes: FRESH_PROOF_MINUTES })}
						</p>
					)}
					<ButtonLink
						href={`/second-factor${viewer.factor === "none" ? "" : "/again"}?returnTo=${returnTo}`}
						variant="secondary"
					>
						{t(viewer.factor === "none" ? "setUp.title" : "own.toChange")}
					</ButtonLink>
				</div>
			)}
		</section>
	);
}

async function FactorList({
	factors: { app, passkeys, codesLeft },
	locale,
	isFresh,
}: {
	factors: OwnFactors;
	locale: string;
	isFresh: boolean;
}) {
	const [t, device] = await Promise.all([
		getTranslations("account.factor.own"),
		getTranslations("account.device"),
	]);
	const time = (instant: Date) => `${formatInstant(instant, "UTC", locale)} UTC`;
	const row = "flex flex-wrap items-center justify-between gap-4 py-4";
	return (
		<ul className="divide-y divide-line border-y border-line">
			{app && (
				<li className={row}>
					<div>
						<p className="font-medium">{t("app")}</p>
						<p className="figures mt-1 text-sm text-muted">
							{t("added", { time: time(app.createdAt) })}
						</p>
					</div>
					{isFresh && (
						<OneButtonForm run={dropApp} variant="secondary" values={{ locale }}>
							{t("removeApp")}
						</OneButtonForm>
					)}
				</li>
			)}
			{passkeys.map((passkey) => (
				<li key={passkey.id} className={row}>
					<div>
						<p className="font-medium">
							{t("passkey")} · <bdi>{deviceName(passkey, device)}</bdi>
						</p>
						<p className="figures mt-1 text-sm text-muted">
							{t("added", { time: time(passkey.createdAt) })}
							{passkey.lastUsedAt && (
								<span className="block">{t("used", { time: time(passkey.lastUsedAt) })}</span>
							)}
						</p>
					</div>
					{isFresh && (
						<OneButtonForm
							run={dropPasskey}
							variant="secondary"
							values={{ locale, passkeyId: passkey.id }}
						>
							{t("removePasskey")}
						</OneButtonForm>
					)}
				</li>
			))}
			<li className={row}>
				<p>{t("codesLeft", { count: codesLeft })}</p>
			</li>
		</ul>
	);
}
