import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const SECTIONS = [
	"what",
	"when",
	"where",
	"programme",
	"languages",
	"contact",
	"pictures",
] as const;

/** Beside the form on wide screens: its parts and whether it is saved; at the foot of the window on a phone. */
export function FormAside({ children }: { children: ReactNode }) {
	const t = useTranslations("eventForm");
	return (
		<div className="sticky bottom-0 z-10 mt-8 lg:top-8 lg:bottom-auto lg:mt-0 lg:self-start lg:border-t lg:border-ink lg:pt-6">
			<nav aria-label={t("parts")} className="mb-6 hidden lg:block">
				<ul className="flex flex-col text-sm">
					{SECTIONS.map((section) => (
						<li key={section}>
							<a
								href={`#${section}`}
								className="inline-flex min-h-11 items-center text-ink-soft no-underline hover:text-accent"
							>
								{t(`${section}.legend`)}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{children}
		</div>
	);
}
