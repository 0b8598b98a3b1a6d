// The web process: Next behind the store of pages that were just asked for. `PORT` says where. Next's own
// `next start` does the same without the store.
import { createServer } from "node:http";
import next from "next";
import { keepPages } from "../lib/http/kept-pages.js";
import { sharedTagWatch } from "../lib/http/tag-watch.js";

const port = Number(process.env.PORT);
const app = next({ dev: false, hostname: "localhost", port });
await app.prepare();
const answer = app.getRequestHandler();
const server = createServer(
	keepPages(
		(request, response) => void answer(request, response),
		() => sharedTagWatch()?.changes ?? 0,
	),
);
server.on("error", (error) => {
	console.error(error);
	process.exit(1);
});
server.listen(port);

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
	process.on(signal, () => {
		if (isStopping) return;
		isStopping = true;
		// Pages under way are answered first; whoever keeps a connection open without asking is not waited for.
		server.close(async () => {
			await app.close();
			process.exit(0);
		});
		server.closeIdleConnections();
	});
}
