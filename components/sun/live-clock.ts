import { useSyncExternalStore } from "react";

const TICK_MS = 1000;
/** A device's clock that is less wrong than this is left as it is: the server tells whole seconds. */
const TOLERANCE_MS = 3000;
/** Two clocks of one device part by so much only when one was set or the device slept. */
const JUMP_MS = 5000;
const SLOWEST_ANSWER_MS = 10_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let shownMs = 0;
/** What the device's clock lacks. */
let skewMs = 0;
let before = { deviceMs: 0, steadyMs: 0 };

/**
 * A value that follows the clock: `read` is asked each second, and the component is drawn anew only when its answer is
 * another one. On the server, and until the browser takes over, the time is `renderedAt`.
 */
export function useClock<T extends string | number | boolean | null>(
	renderedAt: number,
	read: (nowMs: number) => T,
): T {
	return useSyncExternalStore(
		subscribe,
		() => read(shownMs === 0 ? present() : shownMs),
		() => read(renderedAt),
	);
}

/** Asks the server what time it is, so that a device whose clock is wrong counts right. @returns whether it answered */
export async function checkClock(): Promise<boolean> {
	const sentMs = Date.now();
	const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
	if (!answer?.ok) return false;
	const tookMs = Date.now() - sentMs;
	const serverMs = Date.parse(answer.headers.get("date") ?? "");
	// An answer during which the clock was set, or that was long on its way, tells nothing.
	if (Number.isNaN(serverMs) || tookMs < 0 || tookMs > SLOWEST_ANSWER_MS) return true;
	const found = serverMs + TICK_MS / 2 - (sentMs + tookMs / 2);
	skewMs = Math.abs(found) > TOLERANCE_MS + tookMs / 2 ? found : 0;
	if (listeners.size > 0) tick();
	return true;
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	if (listeners.size === 1) start();
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) stop();
	};
}

function start(): void {
	before = { deviceMs: Date.now(), steadyMs: performance.now() };
	document.addEventListener("visibilitychange", tick);
	addEventListener("pageshow", tick);
	tick();
}

function stop(): void {
	clearTimeout(timer);
	document.removeEventListener("visibilitychange", tick);
	removeEventListener("pageshow", tick);
}

/** Never counts: each time it reads the clock, so that a tab that slept is right at once. */
function tick(): void {
	clearTimeout(timer);
	const after = { deviceMs: Date.now(), steadyMs: performance.now() };
	const parted = after.deviceMs - before.deviceMs - (after.steadyMs - before.steadyMs);
	before = after;
	if (Math.abs(parted) > JUMP_MS) void checkClock();
	shownMs = present();
	for (const listener of listeners) listener();
	timer = setTimeout(tick, TICK_MS - (shownMs % TICK_MS));
}

function present(): number {
	return Date.now() + skewMs;
}
