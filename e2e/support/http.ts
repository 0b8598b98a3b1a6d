import { request as httpRequest } from "node:http";
import type { Page } from "@playwright/test";

export type Answer = { status: number; headers: Record<string, string>; body: string };

type Asked = {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Uint8Array;
};

/** One request over a bare socket: no redirects, no cookies, and any Host header that a test wants. */
export function ask(
	url: string,
	{ method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = httpRequest(url, { method, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: flat(response.headers),
					body: Buffer.concat(chunks).toString("utf8"),
				}),
			);
		});
		request.on("error", reject);
		request.end(body);
	});
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, [value].flat().join("\n")]),
	);
}

export type FormFields = [name: string, value: string][];

/**
 * The fields that a browser without script would send for the form with this control in it.
 * @param page only lends its HTML parser.
 * @param control CSS selector of an element of the form; a submit button sends its own name too.
 */
export async function formFields(page: Page, html: string, control: string): Promise<FormFields> {
	return page.evaluate(
		([source, selector]) => {
			const parsed = new DOMParser().parseFromString(source, "text/html");
			const element = parsed.querySelector<HTMLButtonElement>(selector);
			const form = element?.closest("form");
			if (!element || !form) throw new Error(`no form with ${selector}`);
			const fields = [...new FormData(form)].flatMap(([name, value]) =>
				typeof value === "string" ? [[name, value] satisfies [string, string]] : [],
			);
			if (element.type === "submit" && element.name) fields.push([element.name, element.value]);
			return fields;
		},
		[html, control] as const,
	);
}

/** Puts other values in; a field that is not there yet is added. */
export function filled(fields: FormFields, values: Record<string, string>): FormFields {
	const kept = fields.filter(([name]) => !Object.hasOwn(values, name));
	return [...kept, ...Object.entries(values)];
}

/** Sends a form as a browser without script does. */
export async function postForm(
	url: string,
	fields: FormFields,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	const encoded = new Response(form);
	const body = new Uint8Array(await encoded.arrayBuffer());
	return ask(url, {
		method: "POST",
		headers: {
			"Content-Type": encoded.headers.get("content-type") ?? "",
			"Content-Length": String(body.length),
			Origin: new URL(url).origin,
			...headers,
		},
		body,
	});
}
