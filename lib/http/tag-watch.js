// Plain JavaScript: the cache handler, which Next loads unbundled, imports it.
import pg from "pg";

const POLL_MS = 500;
const SLOWEST_POLL_MS = 5_000;
const ANSWER_MS = 2_000;
const FIRST_ANSWER_MS = 1_000;
// A transaction may commit later than the time it wrote; look back this far at each poll.
const OVERLAP_MS = 60_000;
// An entry is stamped when its render ends; it may have read the rows before the commit.
const GRACE_MS = 2_000;
// Half a day less than lib/jobs/cleaning keeps the rows: what is older can no longer be judged.
const JUDGED_MS = 6.5 * 86_400_000;

/** Watches the table "CacheTag", so that what one process publishes no other keeps serving stale. */
export class TagWatch {
	#address;
	#client = null;
	#timer = null;
	#stopped = false;
	#delayMs = POLL_MS;
	#highestMs = 0;
	#hasAnswered = false;
	#isHealthy = false;
	/** tag → { writtenMs, staleBeforeMs } */
	#tags = new Map();
	#first;
	#changes = 0;

	/** Grows with every change of a tag that this process made or has seen. */
	get changes() {
		return this.#changes;
	}

	/** Says that this process has just changed tags, which the table tells only at the next poll. */
	noteOwnChange() {
		this.#changes += 1;
	}

	/** @param {string} address of the database */
	constructor(address) {
		this.#address = address;
		this.#first = this.#poll();
	}

	/** Resolves when the table was read once or could not be, at the latest after a second. */
	async ready() {
		if (this.#hasAnswered) return;
		let timer;
		const timeout = new Promise((resolve) => {
			timer = setTimeout(resolve, FIRST_ANSWER_MS);
		});
		await Promise.race([this.#first, timeout]);
		clearTimeout(timer);
	}

	/**
	 * Says whether an entry stored at a time may show what has changed since. While the database does not
	 * answer nothing is outdated: an older page is better than none.
	 * @param {readonly string[]} tags
	 * @param {number} storedMs
	 */
	isOutdated(tags, storedMs) {
		const own = tags.filter((tag) => !tag.startsWith("_N_T_"));
		if (!this.#isHealthy || own.length === 0) return false;
		if (Date.now() - storedMs > JUDGED_MS) return true;
		return own.some((tag) => (this.#tags.get(tag)?.staleBeforeMs ?? 0) > storedMs);
	}

	/** Ends the polling and the connection. */
	async stop() {
		this.#stopped = true;
		clearTimeout(this.#timer);
		await this.#first;
		this.#disconnect();
	}

	async #poll() {
		try {
			const client = await this.#connect();
			const { rows } = await client.query(
				'SELECT "tag", "invalidatedAt" FROM "CacheTag" WHERE "invalidatedAt" > $1',
				[new Date(Math.max(0, this.#highestMs - OVERLAP_MS))],
			);
			for (const row of rows) this.#note(row.tag, row.invalidatedAt.getTime());
			this.#hasAnswered = true;
			this.#isHealthy = true;
			this.#delayMs = POLL_MS;
		} catch {
			// Quiet: /api/ready and the pages' own queries report a database that is down.
			this.#isHealthy = false;
			this.#delayMs = Math.min(this.#delayMs * 2, SLOWEST_POLL_MS);
			this.#disconnect();
		}
		if (this.#stopped) return;
		this.#timer = setTimeout(() => {
			this.#first = this.#poll();
		}, this.#delayMs);
		this.#timer.unref();
	}

	#note(tag, writtenMs) {
		if (this.#tags.get(tag)?.writtenMs === writtenMs) return;
		// A change seen to happen counts from now by this machine's clock, which also stamps the entries.
		const seenMs = this.#hasAnswered ? Math.max(writtenMs, Date.now()) : writtenMs;
		this.#tags.set(tag, { writtenMs, staleBeforeMs: seenMs + GRACE_MS });
		this.#highestMs = Math.max(this.#highestMs, writtenMs);
		this.#changes += 1;
	}

	async #connect() {
		if (this.#client) return this.#client;
		const client = new pg.Client({
			connectionString: this.#address,
			application_name: "cache-tags",
			connectionTimeoutMillis: ANSWER_MS,
			query_timeout: ANSWER_MS,
		});
		this.#client = client;
		client.on("error", () => this.#disconnect());
		await client.connect();
		client.unref();
		return client;
	}

	#disconnect() {
		const client = this.#client;
		this.#client = null;
		if (!client) return;
		// A frozen server never answers a farewell: wait for none.
		client.connection.stream.destroy();
		client.end().catch(() => undefined);
	}
}

const SHARED = Symbol.for("february-26.tag-watch");

/**
 * The watch of this process, started at first use; none during a build or without a database.
 * @returns {TagWatch | undefined}
 */
export function sharedTagWatch() {
	if (process.env.NEXT_PHASE === "phase-production-build") return undefined;
	if (!globalThis[SHARED] && process.env.DATABASE_URL) {
		globalThis[SHARED] = new TagWatch(process.env.DATABASE_URL);
	}
	return globalThis[SHARED];
}

/** Ends the watch of this process; the next use starts another. */
export async function stopTagWatch() {
	const watch = globalThis[SHARED];
	globalThis[SHARED] = undefined;
	await watch?.stop();
}
