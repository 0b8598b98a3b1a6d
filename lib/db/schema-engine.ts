import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import { parseIntoClientConfig } from "pg-connection-string";

type Connected = Awaited<ReturnType<PrismaPg["connect"]>>;
type Query = Parameters<Connected["queryRaw"]>[0] & { chars?: number[] };
type Fields = { fields: { dataTypeID: number }[] };
/** The two methods that are mended below; the first is private in the adapter's types. */
type Mendable = { performIO: (query: Query) => Promise<Fields>; queryRaw: Connected["queryRaw"] };

/** PostgreSQL's internal "char" type, which introspection reads, and the type it is passed as. */
const OID_CHAR = 18;
const OID_BPCHAR = 1042;

/** Prisma's PostgreSQL adapter with three mends that its schema engine needs. */
class MigrationPg extends PrismaPg {
	readonly #url: string;
	readonly #opened: Connected[];

	constructor(url: string, database?: string, opened: Connected[] = []) {
		// Parts, not a string: see connectToShadowDb.
		super({ ...parseIntoClientConfig(url), ...(database && { database }) });
		this.#url = url;
		this.#opened = opened;
	}

	override async connect(): Promise<Connected> {
		const adapter = await super.connect();
		mendCharColumns(adapter as unknown as Mendable);
		// Its own version cuts the script at every ";", also inside a function's body.
		adapter.executeScript = async (script) => {
			await adapter.underlyingDriver().query(script);
		};
		this.#opened.push(adapter);
		return adapter;
	}

	/** PrismaPg spreads `{...config, database}`: given a connection string, its "shadow" IS the real database. */
	override async connectToShadowDb(): Promise<Connected> {
		const database = `shadow_${randomUUID()}`;
		const admin = await this.connect();
		await admin.executeScript(`CREATE DATABASE "${database}" TEMPLATE template0`);
		const shadow = await new MigrationPg(this.#url, database, this.#opened).connect();
		const close = shadow.dispose.bind(shadow);
		shadow.dispose = async () => {
			await close();
			await admin.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
			await admin.dispose();
		};
		return shadow;
	}

	/** Ends the pools, which the engine leaves open; one that it has ended itself is passed over. */
	async close(): Promise<void> {
		for (const adapter of this.#opened) {
			const pool = adapter.underlyingDriver();
			if (!pool.ended) await pool.end();
		}
	}
}

function mendCharColumns(adapter: Mendable): void {
	const performIO = adapter.performIO.bind(adapter);
	const queryRaw = adapter.queryRaw.bind(adapter);
	adapter.performIO = async (query) => {
		const result = await performIO(query);
		query.chars = result.fields.flatMap((field, index) =>
			field.dataTypeID === OID_CHAR ? [index] : [],
		);
		for (const field of result.fields)
			if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_BPCHAR;
		return result;
	};
	adapter.queryRaw = async (query: Query) => {
		const set = await queryRaw(query);
		for (const index of query.chars ?? []) set.columnTypes[index] = ColumnTypeEnum.Character;
		return set;
	};
}

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
	const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
	const code = await readFile(entry.replace("schema_engine.js", "schema_engine_bg.wasm"));
	const panics = {
		set_message: (message: string) => console.error("schema engine panic:", message),
	};
	Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
	const imports = { "./schema_engine_bg.js": { ...wasm } } as WebAssembly.Imports;
	const { instance } = await WebAssembly.instantiate(code, imports);
	wasm.__wbg_set_wasm(instance.exports);
	const start = instance.exports.__wbindgen_start;
	if (typeof start === "function") start();
}

/**
 * Opens Prisma's schema engine (WebAssembly, no download) on a database, runs `work`, closes it.
 * @param schema text of schema.prisma.
 */
export async function withSchemaEngine<T>(
	url: string,
	schema: string,
	work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
	loaded ??= load();
	await loaded;
	const connections = new MigrationPg(url);
	const engine = await wasm.SchemaEngine.new(
		{ datamodels: [["prisma/schema.prisma", schema]] },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(connections),
	);
	try {
		return await work(engine);
	} finally {
		engine.free();
		await connections.close();
	}
}
