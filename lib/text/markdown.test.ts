import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_MARKDOWN_LENGTH, markdownToText, renderMarkdown } from "./markdown";

/** Everything that may stand in rendered HTML; any other "<" is a hole. */
const ALLOWED_TAG =
	/<(?:\/?(?:p|em|strong|ul|ol|li|blockquote|h3|h4)|ol start="\d+"|br|\/a|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener")>/gi;

function leftoverMarkup(html: string): string[] {
	return html.replace(ALLOWED_TAG, "").match(/<[^>]*>?/g) ?? [];
}

describe("renderMarkdown", () => {
	it.each([
		["Hello *there*, **friend**", "<p>Hello <em>there</em>, <strong>friend</strong></p>"],
		["# One", "<h3>One</h3>"],
		["## Two", "<h4>Two</h4>"],
		["###### Six", "<h4>Six</h4>"],
		["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
		["3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
		["> said", "<blockquote>\n<p>said</p>\n</blockquote>"],
		["a  \nb", "<p>a<br>\nb</p>"],
		["![a candle](https://a.example/x.png)", "<p>a candle</p>"],
		["`code`", "<p>code</p>"],
		["    code", "<p>code</p>"],
		["one\n\n---\n\ntwo", "<p>one</p>\n<p>two</p>"],
		[
			"[site](https://a.example/?a=1&b=2)",
			'<p><a href="https://a.example/?a=1&#x26;b=2" rel="nofollow ugc noopener">site</a></p>',
		],
		[
			"<post@a.example>",
			'<p><a href="mailto:post@a.example" rel="nofollow ugc noopener">post@a.example</a></p>',
		],
		["<Nizami> Hall", "<p>&#x3C;Nizami> Hall</p>"],
		["", ""],
	])("turns %j into %s", (source, html) => {
		expect(renderMarkdown(source)).toBe(html);
	});

	it.each([
		"<script>alert(1)</script>",
		"<img src=x onerror=alert(1)>",
		"text <img src=x onerror=alert(1)> text",
		"<svg/onload=alert(1)>",
		"<svg><animate onbegin=alert(1) attributeName=x></svg>",
		"<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
		"<a href='javascript:alert(1)'>x</a>",
		"<style>@import 'javascript:alert(1)'</style>",
		"<iframe srcdoc='<script>alert(1)</script>'></iframe>",
		"<scr<script>ipt>alert(1)</scr</script>ipt>",
		"<<script>alert(1)//<</script>",
		"<!--><img src=x onerror=alert(1)>-->",
		"<![CDATA[<script>alert(1)</script>]]>",
		"[x](javascript:alert(1))",
		"[x](JaVaScRiPt:alert(1))",
		"[x](java\tscript:alert(1))",
		"[x](javascript&colon;alert(1))",
		"[x](&#106;avascript:alert(1))",
		"[x](&#x6A;&#x61;vascript:alert(1))",
		"[x](\u0001javascript:alert(1))",
		"[x]( javascript:alert(1))",
		"[x](<javascript:alert(1)>)",
		"[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
		"[x](vbscript:msgbox(1))",
		"[x](file:///etc/passwd)",
		"[x](blob:https://a.example/1)",
		"[x](//evil.example)",
		"[x](/sign-out)",
		"[x](\\\\evil.example)",
		"[x][1]\n\n[1]: javascript:alert(1)",
		"<javascript:alert(1)>",
		"<data:text/html,x>",
		'[x](https://a.example/"onmouseover="alert(1))',
		"[x](https://a.example 'a\" onmouseover=\"alert(1)')",
		"![x](javascript:alert(1))",
		'![x" onerror="alert(1)](https://a.example/x.png)',
		"[![x](data:text/html,x)](javascript:alert(1))",
		"> - <img src=x onerror=alert(1)>",
		"# <img src=x onerror=alert(1)>",
		"```\n<script>alert(1)</script>\n```",
		"&lt;script&gt;alert(1)&lt;/script&gt;",
		"`<script>alert(1)</script>`",
		`${"*_".repeat(900)}<img src=x onerror=alert(1)>`,
	])("renders %j harmless", (source) => {
		const html = renderMarkdown(source);
		expect(leftoverMarkup(html)).toEqual([]);
		expect(html).not.toMatch(/href="(?!https?:\/\/|mailto:)/i);
	});

	it("has only allowed tags whatever is typed", () => {
		const piece = fc.constantFrom(
			..."<>[]()!*_`#-+1.&;:\"'\\/ \n\t".split(""),
			"<script>",
			"javascript:",
			"onerror=",
			"<img src=x ",
			"https://a.example",
			"&#60;",
			"&lt;",
			"<!--",
			"текст",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				expect(leftoverMarkup(renderMarkdown(pieces.join("")))).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	it("refuses what is too long before parsing it", () => {
		expect(() => renderMarkdown("[".repeat(MAX_MARKDOWN_LENGTH + 1))).toThrow("too_large");
		expect(() => markdownToText("[".repeat(100_000))).toThrow("too_large");
	});

	it.each([
		"[",
		"![",
		"[a](",
		"*a_ ",
		"_*",
		"**",
		"a*_b*_",
		"- x\n\n  > ",
		"> ",
		">",
		"- ",
		"- a\n",
		"``` \n",
		"<a ",
		"&amp;",
		"a\n",
	])("takes little processor time over 20,000 characters of %j", (piece) => {
		const source = piece.repeat(MAX_MARKDOWN_LENGTH / piece.length);
		renderMarkdown("warm up");
		const before = process.cpuUsage();
		renderMarkdown(source);
		const { user } = process.cpuUsage(before);
		// Unbounded, "_*" takes five seconds.
		expect(user / 1000).toBeLessThan(600);
	});
});

describe("markdownToText", () => {
	it.each([
		["# Title\n\nHello *there*", "Title\n\nHello there"],
		["- a\n- b", "- a\n- b"],
		["3. a\n4. b", "3. a\n4. b"],
		["[site](https://a.example)", "site (https://a.example)"],
		["<https://a.example>", "https://a.example"],
		["<post@a.example>", "post@a.example"],
		["[x](javascript:alert(1))", "x"],
		["![a candle](x.png) burns", "a candle burns"],
		["a  \nb", "a\nb"],
		["> said\n>\n> twice", "said\n\ntwice"],
		["a &amp; b", "a & b"],
	])("turns %j into %j", (source, text) => {
		expect(markdownToText(source)).toBe(text);
	});
});
