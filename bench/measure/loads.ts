import { freePort } from "@/scripts/free-port";
import { deployedConfiguration, startNginx } from "@/scripts/nginx";
import { type Copied, copyPage, startStaticNginx } from "./static-nginx";
import { type Load, loadWith } from "./wrk";

/** What is loaded: one address, or many in turn. */
export type LoadTarget = { name: string; paths: readonly string[] };

/**
 * At each number of connections: straight from Node, through deploy/nginx.conf, and the same bytes as a file, sent as is
 * usual and with the settings of deploy/nginx.conf.
 */
export type TargetLoads = { app: Load[]; proxy?: Load[]; file?: Load[]; tunedFile?: Load[] };

const CONNECTIONS = [16, 64] as const;
const WARM_UP_SECONDS = 2;

type Options = { origin: string; seconds: number; home: string };

/** Loads the app alone with each target. */
export async function loadApp(
	targets: readonly LoadTarget[],
	{ origin, seconds, home }: Options,
): Promise<Record<string, TargetLoads>> {
	const found: Record<string, TargetLoads> = {};
	for (const { name, paths } of targets)
		found[name] = { app: await loads({ origin, paths, seconds, home }) };
	return found;
}

/** Adds the loads through nginx, and of files with the bytes that came through it. */
export async function loadNginx(
	targets: readonly LoadTarget[],
	found: Record<string, TargetLoads>,
	{ appPort, seconds, home }: Omit<Options, "origin"> & { appPort: number },
): Promise<void> {
	const port = await freePort();
	const proxyHome = `${home}/proxy`;
	const configuration = deployedConfiguration({ port, appPort, home: proxyHome });
	const proxy = await startNginx(configuration, { home: proxyHome, port });
	const origin = `http://localhost:${port}`;
	const stops = [proxy.stop];
	try {
		const copied: Copied[] = [];
		for (const { name, paths } of targets)
			if (paths.length === 1) copied.push(await copyPage(fileOf(name), `${origin}${paths[0]}`));
		const files = await startStaticNginx(`${home}/files`, copied);
		stops.push(files.stop);
		const tuned = await startStaticNginx(`${home}/tuned-files`, copied, "tuned");
		stops.push(tuned.stop);
		for (const { name, paths } of targets) {
			const target = found[name];
			if (!target) continue;
			target.proxy = await loads({ origin, paths, seconds, home });
			if (!copied.some((each) => each.name === fileOf(name))) continue;
			const file = { paths: [`/${fileOf(name)}`], seconds, home };
			target.file = await loads({ ...file, origin: files.origin });
			target.tunedFile = await loads({ ...file, origin: tuned.origin });
		}
	} finally {
		for (const stop of stops) await stop();
	}
}

/** Name of the file that holds what a target answers. */
function fileOf(name: string): string {
	return name.replaceAll(/[^a-z]+/gi, "-");
}

async function loads(target: Options & { paths: readonly string[] }): Promise<Load[]> {
	await loadWith(CONNECTIONS[0], { ...target, seconds: WARM_UP_SECONDS });
	const measured: Load[] = [];
	for (const connections of CONNECTIONS) measured.push(await loadWith(connections, target));
	return measured;
}
