import { LOCALE_NAMES } from "@/i18n/routing";
import { directionOf, LOCALES } from "@/lib/text/languages";

/** A whole document for the rare fault that leaves no language to speak: a link home in each of them. */
export function BareDocument({ figure, reference }: { figure: string; reference?: string }) {
	return (
		<html lang="en">
			<body>
				<title>26 February</title>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<main className="container-page flex flex-1 items-center py-16">
					<div className="flex gap-6 sm:gap-10">
						<span aria-hidden="true" className="stele w-0.5 flex-none bg-rule" />
						<div className="flex flex-col gap-8 py-2">
							<h1 className="numeral text-muted">{figure}</h1>
							<ul className="grid grid-cols-2 gap-x-10 sm:grid-cols-4">
								{LOCALES.map((locale) => (
									<li key={locale} lang={locale} dir={directionOf(locale)}>
										<a href={`/${locale}`} className="inline-flex min-h-12 items-center text-link">
											{LOCALE_NAMES[locale]}
										</a>
									</li>
								))}
							</ul>
							{reference && <p className="figures text-sm text-muted">{reference}</p>}
						</div>
					</div>
				</main>
			</body>
		</html>
	);
}
