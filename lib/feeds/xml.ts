const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

/** What XML 1.0 cannot hold even as an entity (§2.2), and control characters that it discourages. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu;

/** Every sign that `escapeXml` changes. */
const UNUSUAL = /[&<>"\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\ufeff]/u;

/** Text of several lines fit to stand in XML, between tags or in an attribute. */
export function escapeXml(text: string): string {
	if (!UNUSUAL.test(text)) return text;
	return text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(FORBIDDEN, "")
		.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An element with text in it, on a line of its own; nothing when there is no text. */
export function textElement(
	name: string,
	text: string | null,
	attributes: Readonly<Record<string, string>> = {},
): string {
	return text ? `${startTag(name, attributes)}${escapeXml(text)}</${name}>\n` : "";
}

/** An element with other elements in it, or none. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string>>,
	content = "",
): string {
	const start = startTag(name, attributes);
	return content === "" ? `${start.slice(0, -1)}/>\n` : `${start}\n${content}</${name}>\n`;
}

/** The tag that begins an element. */
export function startTag(name: string, attributes: Readonly<Record<string, string>>): string {
	const written = Object.entries(attributes).map(
		([key, value]) => ` ${key}="${escapeXml(value).replace(/[\t\n]/g, " ")}"`,
	);
	return `<${name}${written.join("")}>`;
}
