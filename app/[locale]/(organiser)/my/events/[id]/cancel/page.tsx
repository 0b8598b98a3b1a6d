import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallOffPage } from "../call-off-page";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.callOff.cancel");
	return { title: t("title") };
}

export default function CancelPage({ params }: Props) {
	return <CallOffPage params={params} action="cancel" />;
}
