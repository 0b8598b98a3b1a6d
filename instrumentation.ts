/** Called by Next once before the first request; a build answers no requests. */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs") return;
	if (process.env.NEXT_PHASE === "phase-production-build") return;
	const { startProcess } = await import("./instrumentation-node");
	startProcess();
}

/** Called by Next for errors that pages throw; those of actions and handlers are logged by `lib/http`. */
export async function onRequestError(
	error: unknown,
	request: { path: string; method: string },
): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs") return;
	const { logPageError } = await import("./instrumentation-node");
	logPageError(error, request);
}
