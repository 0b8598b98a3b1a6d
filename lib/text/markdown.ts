import type { ElementContent, Root as HastRoot } from "hast";
import type { RootContent as MdastContent, Root as MdastRoot } from "mdast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { DomainError } from "@/lib/errors";
import { hasExcessiveMarks } from "./markdown-budget";
import { plainParagraphs } from "./plain-markdown";

/** Longest Markdown source, in UTF-16 code units; longer ones are refused before they are parsed. */
export const MAX_MARKDOWN_LENGTH = 20_000;

const SCHEMA: Schema = {
	tagNames: ["p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h3", "h4"],
	attributes: { a: ["href"], ol: ["start"] },
	protocols: { href: ["http", "https", "mailto"] },
	strip: ["script", "style"],
	clobber: [],
	ancestors: { li: ["ul", "ol"] },
};

const parser = unified().use(remarkParse).freeze();

const renderer = unified()
	.use(remarkParse)
	.use(() => reduceToSubset)
	.use(remarkRehype)
	.use(rehypeSanitize, SCHEMA)
	.use(() => secureLinks)
	.use(rehypeStringify)
	.freeze();

/**
 * Safe HTML of a Markdown source: paragraphs, emphasis, links, lists, quotations, and headings as
 * h3 and h4. HTML, images and code appear as the text that was typed. Links lead to http, https or
 * mailto only. A source with absurdly many marks is shown as typed, unparsed, because parsing it
 * could take seconds. Throws DomainError "too_large" above MAX_MARKDOWN_LENGTH.
 */
export function renderMarkdown(source: string): string {
	checkLength(source);
	const plain = plainParagraphs(source);
	if (plain) return plain.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
	if (hasExcessiveMarks(source)) return renderer.stringify(toPlainParagraphs(source));
	return String(renderer.processSync(source));
}

/** Plain text of a Markdown source, paragraphs apart by a blank line; throws as `renderMarkdown` does. */
export function markdownToText(source: string): string {
	checkLength(source);
	const plain = plainParagraphs(source);
	if (plain) return plain.join("\n\n").trim();
	if (hasExcessiveMarks(source)) return source.trim();
	return joinBlocks(parser.parse(source).children)
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

function checkLength(source: string): void {
	if (source.length > MAX_MARKDOWN_LENGTH) throw new DomainError("too_large");
}

function toPlainParagraphs(source: string): HastRoot {
	const paragraphs = source.split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/);
	return {
		type: "root",
		children: paragraphs.map((value) => ({
			type: "element",
			tagName: "p",
			properties: {},
			children: [{ type: "text", value }],
		})),
	};
}

/** What the subset lacks becomes text, so that nothing an organiser typed vanishes unseen. */
function reduceToSubset(root: MdastRoot): void {
	root.children = root.children.flatMap(reduceBlock);
}

function reduceBlock(node: MdastContent): MdastContent[] {
	switch (node.type) {
		case "html":
		case "code":
			return [{ type: "paragraph", children: [{ type: "text", value: node.value }] }];
		case "thematicBreak":
			return [];
		case "heading":
			node.depth = node.depth === 1 ? 3 : 4;
			return [reduceChildren(node, reduceInline)];
		case "paragraph":
			return [reduceChildren(node, reduceInline)];
		default:
			return [reduceChildren(node, reduceBlock)];
	}
}

function reduceInline(node: MdastContent): MdastContent[] {
	switch (node.type) {
		case "html":
		case "inlineCode":
			return [{ type: "text", value: node.value }];
		case "image":
		case "imageReference":
			return node.alt ? [{ type: "text", value: node.alt }] : [];
		default:
			return [reduceChildren(node, reduceInline)];
	}
}

function reduceChildren(
	node: MdastContent,
	reduce: (child: MdastContent) => MdastContent[],
): MdastContent {
	if (!("children" in node)) return node;
	const parent = node as { children: MdastContent[] };
	parent.children = parent.children.flatMap(reduce);
	return node;
}

/** Marks links as written by visitors; a link whose address was taken away is its text alone. */
function secureLinks(root: HastRoot): void {
	root.children = root.children.flatMap((node) =>
		node.type === "doctype" ? [] : secureNode(node),
	);
}

function secureNode(node: ElementContent): ElementContent[] {
	if (node.type !== "element") return [node];
	const children = node.children.flatMap(secureNode);
	node.children = children;
	if (node.tagName !== "a") return [node];
	if (!isSafeAddress(String(node.properties.href ?? ""))) return children;
	node.properties.rel = ["nofollow", "ugc", "noopener"];
	return [node];
}

/** Absolute addresses only: the sanitiser lets relative ones pass, which here would point at ourselves. */
function isSafeAddress(href: string): boolean {
	return /^(?:https?:\/\/[^/]|mailto:[^/])/i.test(href) && URL.canParse(href);
}

function joinBlocks(nodes: readonly MdastContent[]): string {
	return nodes
		.map(blockText)
		.filter((text) => text !== "")
		.join("\n\n");
}

function blockText(node: MdastContent): string {
	switch (node.type) {
		case "list": {
			const first = node.start ?? 1;
			return node.children
				.map((item, index) => {
					const marker = node.ordered ? `${first + index}.` : "-";
					return `${marker} ${item.children.map(blockText).join("\n")}`;
				})
				.join("\n");
		}
		case "blockquote":
			return joinBlocks(node.children);
		case "definition":
		case "thematicBreak":
			return "";
		default:
			return inlineText(node);
	}
}

function inlineText(node: MdastContent): string {
	switch (node.type) {
		case "break":
			return "\n";
		case "image":
		case "imageReference":
			return node.alt ?? "";
		case "link": {
			const text = node.children.map(inlineText).join("");
			const isShown =
				!isSafeAddress(node.url) || text === node.url || `mailto:${text}` === node.url;
			return isShown ? text : `${text} (${node.url})`;
		}
	}
	if ("children" in node) return (node.children as MdastContent[]).map(inlineText).join("");
	return "value" in node && typeof node.value === "string" ? node.value : "";
}
