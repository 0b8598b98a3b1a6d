/** For `useSyncExternalStore`: what differs between server and browser, but does not change afterwards. */
export function subscribeToNothing(): () => void {
	return () => undefined;
}
