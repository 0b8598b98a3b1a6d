// A process of its own that runs one import, for the test that kills it: node … run-one.fixture.ts <id>
import { runImport } from "./run-import";

await runImport({ importId: process.argv[2] ?? "" });
