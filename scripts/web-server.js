// The web process: Next behind the store of pages that were just asked for. `PORT` says where. Next's own
// `next start` does the same without the store, and shows nothing where there is nothing to who has no script.
import { createServer } from "node:http";
import next from "next";
import { keepPages } from "../lib/http/kept-pages.js";
import { withPlainNotFound } from "../lib/http/plain-not-found.js";
import { sharedTagWatch } from "../lib/http/tag-watch.js";

const IDLE_CHECK_MS = 100;

const port = Number(process.env.PORT);
const app = next({ dev: false, hostname: "localhost", port });
await app.prepare();
const answerByNext = app.getRequestHandler();
const answer = keepPages(
	withPlainNotFound((request, response) => {
		answerByNext(request, response).catch((error) => fail(response, error));
	}),
	() => sharedTagWatch()?.changes ?? 0,
);
let isStopping = false;
const server = createServer((request, response) => {
	// Else a proxy that keeps its connections busy would keep us from ending.
	if (isStopping) response.shouldKeepAlive = false;
	answer(request, response);
});
server.on("error", (error) => {
	console.error(error);
	process.exit(1);
});
server.listen(port);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);

/** Pages under way are answered first; whoever keeps a connection open without asking is not waited for. */
function stop() {
	if (isStopping) return;
	isStopping = true;
	server.close(async () => {
		await app.close();
		process.exit(0);
	});
	setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS).unref();
}

function fail(response, error) {
	console.error(error);
	if (response.headersSent) response.destroy();
	else response.writeHead(500).end("Internal Server Error");
}
