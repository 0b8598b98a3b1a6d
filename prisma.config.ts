import { defineConfig } from "prisma/config";

// Prisma's CLI wants to download a native schema engine; generate and format do not need it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
