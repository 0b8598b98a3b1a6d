import type { ReactNode } from "react";
import { Container } from "./container";

type Props = {
	/** A status such as 404, shown large. */
	figure?: string;
	title: ReactNode;
	text: ReactNode;
	actions: ReactNode;
	note?: ReactNode;
};

/** The calm page that says that something is missing or went wrong. */
export function Problem({ figure, title, text, actions, note }: Props) {
	return (
		<Container className="flex gap-6 py-16 sm:gap-10 sm:py-28">
			<span aria-hidden="true" className="stele w-0.5 flex-none bg-rule" />
			<div className="flex min-w-0 flex-col items-start gap-6 py-2">
				{figure && (
					<p aria-hidden="true" className="numeral text-muted">
						{figure}
					</p>
				)}
				<h1 className="text-3xl tracking-[-0.02em]">{title}</h1>
				<p className="max-w-narrow text-lg text-ink-soft">{text}</p>
				<div className="mt-2 flex flex-wrap gap-3">{actions}</div>
				{note && <p className="figures text-sm text-muted">{note}</p>}
			</div>
		</Container>
	);
}
