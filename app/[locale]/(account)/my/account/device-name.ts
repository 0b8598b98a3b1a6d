import type { Device } from "@/lib/accounts/device";

type Translate = (key: "on" | "unknown", values?: Record<string, string>) => string;

/** A device in words. @param t texts of `account.device` */
export function deviceName({ browser, system }: Device, t: Translate): string {
	if (browser && system) return t("on", { browser, system });
	return browser ?? system ?? t("unknown");
}
