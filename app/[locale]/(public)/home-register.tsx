import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

const STEPS = ["signIn", "describe", "review"] as const;

/** How an event gets into the calendar. */
export function HomeRegister() {
	const t = useTranslations("home");
	return (
		<section aria-labelledby="register" className="border-y border-line py-12">
			<h2 id="register" className="text-2xl">
				{t("howTitle")}
			</h2>
			<ol className="mt-8 grid gap-8 sm:grid-cols-3 sm:gap-10">
				{STEPS.map((step, index) => (
					<li key={step} className="flex gap-5 sm:block">
						<span
							aria-hidden="true"
							className="figures text-3xl leading-none font-light text-accent"
						>
							{index + 1}
						</span>
						<div className="sm:mt-4">
							<h3 className="font-medium">{t(`how.${step}Title`)}</h3>
							<p className="mt-1 text-muted">{t(`how.${step}Text`)}</p>
						</div>
					</li>
				))}
			</ol>
			<div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3">
				<ButtonLink href="/my/events/new">{t("register")}</ButtonLink>
				<p className="text-sm text-muted">
					{t.rich("rules", {
						link: (chunks) => (
							<Link href="/content-rules" className="text-link">
								{chunks}
							</Link>
						),
					})}
				</p>
			</div>
		</section>
	);
}
