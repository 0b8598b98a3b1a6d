import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Locale-aware links and redirects: give paths without the language, `/events` and not `/en/events`. */
export const { Link, redirect, permanentRedirect, usePathname, useRouter, getPathname } =
	createNavigation(routing);
