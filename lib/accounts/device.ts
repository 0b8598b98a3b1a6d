/** What a browser says of itself, by name; null for what is not known. */
export type Device = { browser: string | null; system: string | null };

// The order matters: most browsers name the ones that they resemble as well.
const BROWSERS: readonly [RegExp, string][] = [
	[/\bEdg(A|iOS)?\//, "Edge"],
	[/\bOPR\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\bYaBrowser\//, "Yandex Browser"],
	[/\bUCBrowser\//, "UC Browser"],
	[/\b(Firefox|FxiOS)\//, "Firefox"],
	[/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
	[/\bVersion\/.*\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
	[/\b(iPhone|iPod)\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b|\bMacintosh\b/, "macOS"],
	[/\bLinux\b/, "Linux"],
];
const MAX_LENGTH = 400;

/** The names of browser and system in a User-Agent header; only names of this list, never the header's own text. */
export function deviceOf(userAgent: string | null): Device {
	const text = (userAgent ?? "").slice(0, MAX_LENGTH);
	const nameIn = (names: typeof BROWSERS) =>
		names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
	return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}
