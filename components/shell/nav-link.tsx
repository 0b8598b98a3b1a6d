"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { shownPath } from "./shown-path";

type Props = {
	/** With the language. */
	href: string;
	/** A part of it that has a link of its own. */
	except?: string;
	className?: string;
	children: ReactNode;
};

/** A link of the navigation; says so when the visitor is in its part of the site. */
export function NavLink({ href, except, className, children }: Props) {
	const pathname = shownPath(usePathname());
	const isWithin = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
	const isHere = isWithin(href) && !(except && isWithin(except));
	return (
		<Link
			href={href}
			// It stands on every page, and most visitors follow one link or none: no page is fetched on suspicion.
			prefetch={false}
			aria-current={isHere ? (pathname === href ? "page" : "true") : undefined}
			className={className}
		>
			{children}
		</Link>
	);
}
