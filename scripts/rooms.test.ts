import { describe, expect, it } from "vitest";
import { findFaults } from "@/scripts/rooms";

const faultsOf = (path: string, text = "") => findFaults([{ path, text }]);

describe("the room check", () => {
	it.each([
		["lib/events/submit-event.ts", 'import { db } from "@/lib/db/client";'],
		["lib/events/submit-event.ts", 'import { x } from "./revision";'],
		["lib/events/submit-event.ts", 'import { DomainError } from "@/lib/errors";'],
		["lib/time/zones.ts", 'import { Temporal } from "temporal-polyfill";'],
		["lib/db/client.ts", 'import { PrismaPg } from "@prisma/adapter-pg";'],
		["components/ui/button.tsx", 'import { cn } from "./class-names";'],
		["lib/events/submit-event.test.ts", 'import { makeEvent } from "@/prisma/factories/event";'],
		["prisma/seed/index.ts", 'import { startEmbedded } from "@/lib/db/embedded";'],
		["components/list.tsx", 'import type { Row } from "@/lib/calendar/queries";'],
		["lib/mail/write-mail.ts", 'import { messagesOf } from "@/i18n/messages";'],
		["next.config.js", ""],
	])("accepts %s with %s", (path, text) => {
		expect(faultsOf(path, text)).toEqual([]);
	});

	it.each([
		["lib/time/zones.ts", 'import { find } from "@/lib/places/gazetteer";', "which is below it"],
		["lib/time/zones.ts", 'import { find } from "../places/gazetteer";', "which is below it"],
		["lib/time/zones.ts", 'export * from "@/lib/places/gazetteer";', "which is below it"],
		["lib/time/zones.ts", 'const x = await import("@/lib/http/form");', "which is below it"],
		["lib/events/a.ts", 'import type { X } from "@/app/x";', "rooms import only rooms"],
		["lib/events/a.ts", 'import { Temporal } from "temporal-polyfill";', "date library"],
		["lib/events/a.ts", 'import { Prisma } from "@prisma/client";', "only lib/db and prisma/"],
		[
			"app/page.tsx",
			'import { PrismaClient } from "@/lib/db/generated/client";',
			"generated client",
		],
		["app/page.tsx", 'import { startEmbedded } from "@/lib/db/embedded";', "for scripts"],
		["components/list.tsx", 'import { db } from "@/lib/db/client";', "never query"],
		["components/list.tsx", 'import { listEvents } from "@/lib/calendar/queries";', "never query"],
		["components/utils/dates.ts", "", "drawer"],
		["lib/events/types.ts", "", "drawer"],
		["components/ui/index.ts", "", "drawer"],
		["lib/stuff/thing.ts", "", "room lib/stuff is not in the design"],
		["server/main.ts", "", "folder server/ is not in the design"],
		["lib/events/submitEvent.ts", "", "kebab-case"],
		["lib/events/long.ts", "x\n".repeat(301), "301 lines"],
	])("refuses %s with %s", (path, text, reason) => {
		expect(faultsOf(path, text)).toEqual([expect.stringContaining(reason)]);
	});
});
