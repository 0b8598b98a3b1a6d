import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	test as base,
	type ConsoleMessage,
	expect,
	type Page,
	type Request,
	type WebError,
} from "@playwright/test";
import { mintSession } from "@/lib/accounts/mint-session";
import { disconnectDb } from "@/lib/db/client";
import { makeProvenSession } from "@/prisma/factories/sessions";
import { type KnownServer, knownServer, useServer } from "./server";

/**
 * Opens one more browser, signed in as `as` by data alone, its second factor proven unless told; closed at the end of the
 * test.
 */
export type Open = (
	options?: BrowserContextOptions & { as?: { id: string }; isProven?: boolean },
) => Promise<Page>;

/**
 * Goes back to the browser in which this person was before, in an earlier test of the file: what all pages load is
 * there already. Without animations. For tests that only look.
 */
export type Stay = (as?: { id: string }) => Promise<Page>;

type Faults = {
	/** Says that a console error is expected, such as the browser's own note of a 404. */
	allow: (pattern: RegExp) => void;
	/** Watches a browser until the function that it returns is called. */
	watch: (context: BrowserContext) => () => void;
};

type TestFixtures = { faults: Faults; open: Open; stay: Stay };
type WorkerFixtures = { server: KnownServer; stays: Map<string, Page> };

/**
 * Playwright's `test` with the server's database at hand. In every browser of a test an error on the
 * console, an uncaught one, a refused script and a request to another host fail the test.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
	server: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here
		async ({}, use) => {
			const server = knownServer();
			await useServer(server);
			await use(server);
			await disconnectDb();
		},
		{ scope: "worker", auto: true },
	],

	stays: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here
		async ({}, use) => {
			const pages = new Map<string, Page>();
			await use(pages);
			for (const page of pages.values()) await page.context().close();
		},
		{ scope: "worker" },
	],

	faults: async ({ server }, use) => {
		const found: string[] = [];
		const allowed: RegExp[] = [];
		await use({
			allow: (pattern) => allowed.push(pattern),
			watch: (context) => watch(context, new URL(server.baseUrl).origin, found),
		});
		const unexpected = found.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
		expect(unexpected, "errors on the console, requests to other hosts").toEqual([]);
	},

	context: async ({ context, faults }, use) => {
		faults.watch(context);
		await use(context);
	},

	open: async ({ browser, faults, server }, use) => {
		const opened: BrowserContext[] = [];
		await use(async ({ as, isProven = true, ...options } = {}) => {
			const context = await browser.newContext(options);
			opened.push(context);
			faults.watch(context);
			if (as) await signIn(context, as, server, isProven);
			return context.newPage();
		});
		for (const context of opened) await context.close();
	},

	stay: async ({ browser, faults, server, stays }, use) => {
		const ends: (() => Promise<unknown>)[] = [];
		await use(async (as) => {
			const key = as?.id ?? "nobody";
			const page = stays.get(key) ?? (await begin(browser, as, server));
			stays.set(key, page);
			const unwatch = faults.watch(page.context());
			// What the last page still had under way must not be the next test's fault.
			ends.push(() => page.goto("about:blank").finally(unwatch));
			return page;
		});
		for (const end of ends) await end();
	},
});

async function begin(
	browser: Browser,
	as: { id: string } | undefined,
	server: KnownServer,
): Promise<Page> {
	const context = await browser.newContext({ reducedMotion: "reduce" });
	if (as) await signIn(context, as, server);
	return context.newPage();
}

/** Signs a browser in by data alone, its second factor proven unless told. */
export async function signIn(
	context: BrowserContext,
	user: { id: string },
	server: KnownServer,
	isProven = true,
): Promise<void> {
	const { cookieName, token } = await (isProven ? makeProvenSession(user) : mintSession(user.id));
	await context.addCookies([{ name: cookieName, value: token, url: server.baseUrl }]);
}

/** The header that signs a request in by data alone, its second factor proven. */
export async function sessionCookie(user: { id: string }): Promise<string> {
	const { cookieName, token } = await makeProvenSession(user);
	return `${cookieName}=${token}`;
}

function watch(context: BrowserContext, origin: string, found: string[]): () => void {
	const onConsole = (message: ConsoleMessage) => {
		if (message.type() !== "error") return;
		found.push(`console: ${message.text()} (${message.location().url})`);
	};
	const onError = (error: WebError) => found.push(`uncaught: ${error.error().message}`);
	const onRequest = (request: Request) => {
		const url = new URL(request.url());
		const isLocal = url.origin === origin || ["data:", "blob:"].includes(url.protocol);
		if (!isLocal) found.push(`request to another host: ${request.url()}`);
	};
	context.on("console", onConsole).on("weberror", onError).on("request", onRequest);
	return () => {
		context.off("console", onConsole).off("weberror", onError).off("request", onRequest);
	};
}

export { expect };
