import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "@/scripts/free-port";
import { type Nginx, startNginx, temporaryFolders } from "@/scripts/nginx";
import { type Answer, overOneConnection } from "./http";

/** A page as it comes through the proxy, to be served as a file. */
export type Copied = { name: string; answer: Answer };

const GZIP = { "Accept-Encoding": "gzip" };

/** Reads a page the way a browser does, packed. */
export function copyPage(name: string, url: string): Promise<Copied> {
	return overOneConnection(async (ask) => {
		await ask(url, GZIP);
		return { name, answer: await ask(url, GZIP) };
	});
}

/** How files are sent: as is usual, or with the settings by which deploy/nginx.conf sends pages. */
const SETTINGS = {
	usual: "sendfile on; tcp_nopush on;",
	tuned:
		"sendfile off; output_buffers 1 128k; postpone_output 64k; open_file_cache max=4096 inactive=1m; open_file_cache_valid 10s;",
};

/** An nginx that gives the same bytes as files, with headers of the same length: as fast as this machine can be. */
export async function startStaticNginx(
	home: string,
	pages: readonly Copied[],
	settings: keyof typeof SETTINGS = "usual",
): Promise<{ origin: string; stop: () => Promise<void> }> {
	const folder = resolve(home);
	mkdirSync(join(folder, "files"), { recursive: true });
	for (const { name, answer } of pages) writeFileSync(join(folder, "files", name), answer.body);
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const unpadded = new Map(pages.map(({ name }) => [name, 0]));
	const first = await startNginx(
		configuration(folder, { port, pages, padding: unpadded, settings }),
		{
			home,
			port,
		},
	);
	const padding = await missingBytes(origin, pages, first);
	const nginx = await startNginx(configuration(folder, { port, pages, padding, settings }), {
		home,
		port,
	});
	return { origin, stop: nginx.stop };
}

async function missingBytes(origin: string, pages: readonly Copied[], nginx: Nginx) {
	const missing = await overOneConnection(async (ask) => {
		const found = new Map<string, number>();
		for (const { name, answer } of pages) {
			const { headerBytes, body } = await ask(`${origin}/${name}`, GZIP);
			if (!body.equals(answer.body)) throw new RangeError(`${name} is another file`);
			found.set(name, Math.max(0, answer.headerBytes - headerBytes));
		}
		return found;
	});
	await nginx.stop();
	return missing;
}

function configuration(
	folder: string,
	{
		port,
		pages,
		padding,
		settings,
	}: {
		port: number;
		pages: readonly Copied[];
		padding: ReadonlyMap<string, number>;
		settings: keyof typeof SETTINGS;
	},
): string {
	return `worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 4096; }
http {
${temporaryFolders(folder)}
	server_tokens off;
	${SETTINGS[settings]}
	log_format counts '$time_iso8601 $request_method $status $body_bytes_sent $request_time - $uri';
	access_log ${folder}/access.log counts buffer=64k flush=5s;
	server {
		listen 127.0.0.1:${port};
		root ${folder}/files;
${pages.map(({ name, answer }) => location(name, answer, padding.get(name) ?? 0)).join("\n")}
	}
}
`;
}

function location(name: string, { headers }: Answer, padding: number): string {
	const encoding = headers["content-encoding"];
	return `		location = /${name} {
			default_type "${headers["content-type"]}";
			${encoding ? `add_header Content-Encoding ${encoding};` : ""}
			add_header X-Padding "${"x".repeat(padding + 1)}";
		}`;
}
