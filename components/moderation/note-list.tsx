import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatInstant } from "@/lib/time/format";
import { reviewerName } from "./reviewer-name";

type Note = {
	id: string;
	text: string;
	createdAt: Date;
	author: { name: string | null; email: string };
};

/** What reviewers wrote to each other, the oldest first; times are UTC because reviewers sit in many zones. */
export function NoteList({
	notes,
	locale,
	children,
}: {
	notes: readonly Note[];
	locale: string;
	children: ReactNode;
}) {
	const t = useTranslations("review.notes");
	return (
		<section id="notes" aria-labelledby="notes-title">
			<h2 id="notes-title" className="text-lg font-medium">
				{t("title")}
			</h2>
			{notes.length > 0 && (
				<ol className="mt-4 flex flex-col gap-5 border-s border-line-strong ps-5">
					{notes.map((note) => (
						<li key={note.id}>
							<p className="figures text-sm text-muted">
								<bdi>{reviewerName(note.author)}</bdi>,{" "}
								<time dateTime={note.createdAt.toISOString()}>
									{formatInstant(note.createdAt, "UTC", locale)} UTC
								</time>
							</p>
							<p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
								{note.text}
							</p>
						</li>
					))}
				</ol>
			)}
			<div className="mt-4">{children}</div>
		</section>
	);
}
