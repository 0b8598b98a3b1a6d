import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { ask } from "./http";

const MANIFEST = ".next/server/server-reference-manifest.json";

export type ServerAction = {
	id: string;
	/** File without "app/[locale]/" and its ending, and the exported name: "(admin)/admin/switches/actions#turnSwitchAction". */
	name: string;
	/** A page that has it, as its folder: "(admin)/admin/switches". */
	page: string;
};

type Entry = { workers: Record<string, unknown>; filename: string; exportedName: string };

/** Every server action of the build. */
export function serverActions(): ServerAction[] {
	const { node } = JSON.parse(readFileSync(MANIFEST, "utf8")) as { node: Record<string, Entry> };
	return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
		id,
		name: `${filename.replace("app/[locale]/", "").replace(/\.tsx?$/, "")}#${exportedName}`,
		page: Object.keys(workers)
			.map((worker) => worker.replace("app/[locale]/", "").replace(/\/page$/, ""))
			.sort((a, b) => a.length - b.length)[0] as string,
	}));
}

/**
 * Calls an action as the page's script does, by its id and with any fields.
 * @returns "done", or the code of the refusal, such as "forbidden", with the fields that are "invalid"
 */
export async function callAction(
	url: string,
	{ id }: ServerAction,
	{ fields, cookie }: { fields: Record<string, string | Blob>; cookie: string },
): Promise<string> {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...fields, idempotencyKey: randomUUID() }))
		form.append(`_1_${name}`, value);
	form.append("0", JSON.stringify([null, "$K1"]));
	const encoded = new Response(form);
	const body = new Uint8Array(await encoded.arrayBuffer());
	const {
		status,
		headers,
		body: answer,
	} = await ask(url, {
		method: "POST",
		headers: {
			"Content-Type": encoded.headers.get("content-type") ?? "",
			"Content-Length": String(body.length),
			Origin: new URL(url).origin,
			"Next-Action": id,
			Accept: "text/x-component",
			Cookie: cookie,
		},
		body,
	});
	if (headers["x-action-redirect"]) return "done";
	if (answer.includes('"ok":true')) return "done";
	const [, code, at] = /"ok":false,"code":"(\w+)","fields":(\{.*?\})/.exec(answer) ?? [];
	if (!code) return `${status} ${answer.slice(0, 200)}`;
	return code === "invalid" ? `${code} ${at}` : code;
}
