import { defineConfig } from "prisma/config";

// The CLI would download a native engine that generate, validate and format do not use;
// migrations run on the WebAssembly engine (lib/db/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
	schema: "prisma/schema.prisma",
	migrations: { path: "prisma/migrations" },
	...(process.env.DATABASE_URL && {
		datasource: { url: process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL },
	}),
});
