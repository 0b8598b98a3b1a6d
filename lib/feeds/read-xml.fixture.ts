import { SaxesParser } from "saxes";

export type XmlElement = {
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: XmlElement[];
};

/** The root of an XML document as a strict foreign parser reads it; throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
	const parser = new SaxesParser({ xmlns: false });
	const root: XmlElement = { name: "", attributes: {}, text: "", children: [] };
	const open = [root];
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		const element = { name, attributes: { ...attributes }, text: "", children: [] };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("text", (text) => {
		const current = open.at(-1);
		if (current) current.text += text;
	});
	parser.on("closetag", () => open.pop());
	parser.write(document).close();
	const [only] = root.children;
	if (!only) throw new Error("no element at all");
	return only;
}

/** The children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
	return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the one child of this name; null when there is none. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
	const [child, ...more] = childrenOf(element, name);
	if (more.length > 0) throw new Error(`more than one ${name}`);
	return child?.text ?? null;
}
