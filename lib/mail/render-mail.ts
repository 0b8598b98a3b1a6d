import type { Letter } from "@/lib/mail/letter";
import { directionOf } from "@/lib/text/languages";

const FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** The mail as plain text and as HTML; whatever people wrote is escaped. */
export function renderMail(letter: Letter): { text: string; html: string } {
	return { text: textOf(letter), html: htmlOf(letter) };
}

function textOf(letter: Letter): string {
	const [first = "", ...rest] = letter.paragraphs;
	const quote = letter.quote
		?.split(/\r?\n/)
		.map((line) => `> ${line}`)
		.join("\n");
	const parts = [
		first,
		quote,
		letter.list?.map(({ title, about, url }) => `${title}\n${about}\n${url}`).join("\n\n"),
		`${letter.action.label}:\n${letter.action.url}`,
		letter.code && `${letter.code.label}\n${letter.code.value}`,
		...rest,
		`${letter.product}\n${letter.footer}`,
	];
	return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function htmlOf(letter: Letter): string {
	const [first = "", ...rest] = letter.paragraphs;
	const direction = directionOf(letter.locale);
	return `<!doctype html>
<html lang="${escapeHtml(letter.locale)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f8f6f2;color:#1c1a17;font:16px/1.6 ${FONT}">
<div style="max-width:560px;margin:0 auto;padding:32px 28px;background:#fefdfb;border:1px solid #dcd7cc;border-top:3px solid #8e1b22;text-align:${direction === "rtl" ? "right" : "left"}">
<p style="margin:0 0 24px;font-size:14px;color:#5c574e">${escapeHtml(letter.product)}</p>
${paragraph(first)}
${letter.quote ? quoteOf(letter.quote, direction) : ""}
${letter.list ? listOf(letter.list) : ""}
<p style="margin:24px 0"><a href="${escapeHtml(letter.action.url)}" style="display:inline-block;padding:11px 20px;background:#8e1b22;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(letter.action.label)}</a></p>
${letter.code ? codeOf(letter.code) : ""}
${rest.map(paragraph).join("\n")}
<p style="margin:28px 0 0;padding-top:16px;border-top:1px solid #dcd7cc;font-size:13px;color:#5c574e">${escapeHtml(letter.footer)}</p>
</div>
</body>
</html>
`;
}

function paragraph(text: string): string {
	return `<p style="margin:0 0 16px" dir="auto">${escapeHtml(text)}</p>`;
}

function quoteOf(text: string, direction: "ltr" | "rtl"): string {
	const side = direction === "rtl" ? "right" : "left";
	const lines = text.split(/\r?\n/).map(escapeHtml).join("<br>");
	return `<blockquote dir="auto" style="margin:0 0 16px;padding:4px 16px;border-${side}:3px solid #dcd7cc;color:#3a3630">${lines}</blockquote>`;
}

function listOf(list: NonNullable<Letter["list"]>): string {
	const items = list.map(
		({ title, about, url }) =>
			`<li style="margin:0;padding:10px 0;border-top:1px solid #dcd7cc"><a href="${escapeHtml(url)}" style="color:#8e1b22" dir="auto">${escapeHtml(title)}</a><br><span dir="auto" style="font-size:14px;color:#5c574e">${escapeHtml(about)}</span></li>`,
	);
	return `<ul style="list-style:none;margin:0 0 16px;padding:0">${items.join("")}</ul>`;
}

function codeOf({ label, value }: { label: string; value: string }): string {
	return `${paragraph(label)}
<p style="margin:0 0 20px;font:600 28px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px"><bdi dir="ltr">${escapeHtml(value)}</bdi></p>`;
}

const ENTITIES: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
