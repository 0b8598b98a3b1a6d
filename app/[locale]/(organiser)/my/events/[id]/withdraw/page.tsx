import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmPage } from "../confirm-page";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.withdraw");
	return { title: t("title") };
}

export default function WithdrawPage({ params }: Props) {
	return <ConfirmPage params={params} action="withdraw" />;
}
