import NextLink from "next/link";
import { permanentRedirect as permanentlyTo, redirect as temporarilyTo } from "next/navigation";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";

/** A path without the language, `/events` and not `/en/events`, with its query apart or in it. */
export type Href = string | { pathname: string; query?: Record<string, string> };

type Target = { href: Href; locale: string };

/**
 * A link to a page of this site in the language of the page that it stands on. It fetches nothing before it is
 * followed. A client component on a public page takes `next/link` and a path of `localePath`: this one would bring
 * the library of interface texts to the browser.
 */
export function Link({
	href,
	...props
}: Omit<ComponentProps<typeof NextLink>, "href"> & { href: Href }) {
	const locale = useLocale();
	return <NextLink href={localePath({ href, locale })} prefetch={false} {...props} />;
}

/** The address of a page in a language; what is not a path of this site stays as it is. */
export function localePath({ href, locale }: Target): string {
	const path = typeof href === "string" ? href : `${href.pathname}${queryOf(href.query)}`;
	if (!path.startsWith("/")) return path;
	return `/${locale}${path === "/" ? "" : path}`;
}

/** Leads the request to a page in a language. */
export function redirect(target: Target): never {
	temporarilyTo(localePath(target));
}

/** Leads the request, and whoever remembers addresses, to a page in a language. */
export function permanentRedirect(target: Target): never {
	permanentlyTo(localePath(target));
}

function queryOf(query: Record<string, string> = {}): string {
	const text = new URLSearchParams(query).toString();
	return text === "" ? "" : `?${text}`;
}
