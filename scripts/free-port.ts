import { createServer } from "node:net";

/** A port that nothing listened at a moment ago. */
export function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer().once("error", fail);
		probe.listen(0, () => {
			const address = probe.address();
			probe.close(() => done(address && typeof address === "object" ? address.port : 0));
		});
	});
}
