// A process of its own that works off the imports in the queue, for the test that kills it: node … worker.fixture.ts. It
// answers each message with the most memory that it has taken, in bytes.
import { startWorker } from "@/lib/jobs/worker";
import { checkImport } from "./check-import";
import { runImport } from "./run-import";

startWorker({ "imports.check": checkImport, "imports.run": runImport });
process.on("message", () => process.send?.(process.resourceUsage().maxRSS * 1024));
process.on("disconnect", () => process.exit());
