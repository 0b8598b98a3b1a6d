// Next loads this file unbundled, so it is plain JavaScript. It leans on a Next-internal class:
// cache-handler.test.ts fails when an upgrade moves or changes it.
import { createHash } from "node:crypto";
import internal from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { hashPolicy } from "./content-security-policy.js";
import { sharedTagWatch } from "./tag-watch.js";

const FileSystemCache = internal.default ?? internal;
const POLICY_HEADER = "content-security-policy";
const TAGS_HEADER = "x-next-cache-tags";
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const DATA_BLOCK = /\stype="application\/(?:ld\+)?json"/;

/**
 * Next's own cache with two additions: a cached page carries the policy that allows exactly its own
 * inline scripts, and an entry is missing once the table "CacheTag" says that one of its tags changed.
 */
export default class TaggedCache extends FileSystemCache {
	async get(key, context) {
		const watch = sharedTagWatch();
		await watch?.ready();
		const entry = await super.get(key, context);
		if (!entry) return entry;
		if (watch?.isOutdated(tagsOf(entry.value, context), entry.lastModified ?? 0)) return null;
		signPage(entry.value);
		return entry;
	}

	async set(key, value, context) {
		// Before anything else: Next answers the request that caused this render with the same object.
		signPage(value);
		return super.set.call(
			isUnknownAddress(value) ? this.#inMemoryOnly() : this,
			key,
			value,
			context,
		);
	}

	async revalidateTag(...words) {
		await super.revalidateTag(...words);
		sharedTagWatch()?.noteOwnChange();
	}

	/** Addresses that nothing answers are endless: they must not fill the disk. */
	#inMemoryOnly() {
		return Object.create(this, { flushToDisk: { value: false } });
	}
}

function tagsOf(value, context) {
	if (value?.kind === "FETCH") {
		return [...(value.tags ?? []), ...(context.tags ?? []), ...(context.softTags ?? [])];
	}
	const header = value?.headers?.[TAGS_HEADER];
	return typeof header === "string" ? header.split(",") : [];
}

function isUnknownAddress(value) {
	return value?.kind === "APP_PAGE" && value.status === 404;
}

function signPage(value) {
	if (value?.kind !== "APP_PAGE" || typeof value.html !== "string") return;
	value.headers ??= {};
	value.headers[POLICY_HEADER] ??= hashPolicy(inlineScriptDigests(value.html));
}

function inlineScriptDigests(html) {
	const scripts = [...html.matchAll(INLINE_SCRIPT)].filter(
		([, attributes = ""]) => !DATA_BLOCK.test(attributes),
	);
	return scripts.map(([, , code = ""]) => createHash("sha256").update(code).digest("base64"));
}
