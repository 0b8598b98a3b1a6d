import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { setUpApp } from "./actions";
import { NewPasskey } from "./new-passkey";

type Props = { locale: string; returnTo: string; hasApp: boolean };

/** The two kinds of second factor to choose from. */
export async function AddFactor({ locale, returnTo, hasApp }: Props) {
	const t = await getTranslations("account.factor.setUp");
	return (
		<div className="flex flex-col gap-10">
			<section aria-labelledby="new-passkey">
				<h2 id="new-passkey" className="text-xl font-medium">
					{t("passkey")}
				</h2>
				<p className="mt-2 mb-5 text-ink-soft">{t("passkeyText")}</p>
				<NewPasskey locale={locale} returnTo={returnTo} />
				<noscript>
					<p>{t("noScript")}</p>
				</noscript>
			</section>
			{!hasApp && (
				<section aria-labelledby="new-app">
					<h2 id="new-app" className="text-xl font-medium">
						{t("app")}
					</h2>
					<p className="mt-2 mb-5 text-ink-soft">{t("appText")}</p>
					<OneButtonForm run={setUpApp} variant="secondary" values={{ locale, returnTo }}>
						{t("newApp")}
					</OneButtonForm>
				</section>
			)}
		</div>
	);
}
