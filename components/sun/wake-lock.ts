/** Keeps the screen on while the page is seen, where the browser can. @returns function that lets it sleep again */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let isOver = false;
	async function take(): Promise<void> {
		if (document.hidden || isOver || !("wakeLock" in navigator)) return;
		try {
			const taken = await navigator.wakeLock.request("screen");
			if (isOver) await taken.release();
			else lock = taken;
		} catch {
			// The battery is low, or the browser does not allow it: the screen sleeps as it would have.
		}
	}
	void take();
	// The browser drops it whenever the page is out of sight.
	document.addEventListener("visibilitychange", take);
	return () => {
		isOver = true;
		document.removeEventListener("visibilitychange", take);
		void lock?.release();
	};
}
