import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

export const SWITCHES = ["freeze", "read_only"] as const;
export type SwitchName = (typeof SWITCHES)[number];

export type SwitchState = { isOn: boolean; reason: string; changedAt: Date | null };

const OFF: SwitchState = { isOn: false, reason: "", changedAt: null };

/** How every switch stands. */
export async function readSwitches(): Promise<Record<SwitchName, SwitchState>> {
	const rows = await db.switch.findMany({
		select: { name: true, isOn: true, reason: true, changedAt: true },
	});
	const stateOf = (name: SwitchName) => rows.find((row) => row.name === name) ?? OFF;
	return { freeze: stateOf("freeze"), read_only: stateOf("read_only") };
}

/**
 * To be asked in the transaction of whatever makes something public. It holds the switch as it stands, so that once
 * turning it on has committed nothing that began before becomes public any more.
 * @throws DomainError frozen
 */
export async function requireNotFrozen(tx: Tx): Promise<void> {
	if (await isOn(tx, "freeze")) throw new DomainError("frozen");
}

/** Whether nothing new may become public now; holds the switch as `requireNotFrozen` does. */
export function isFrozen(tx: Tx): Promise<boolean> {
	return isOn(tx, "freeze");
}

/** To be asked at the beginning of every change's transaction. @throws DomainError read_only */
export async function requireWritable(tx: Tx): Promise<void> {
	if (await isOn(tx, "read_only")) throw new DomainError("read_only");
}

async function isOn(tx: Tx, name: SwitchName): Promise<boolean> {
	const [row] = await tx.$queryRaw<{ isOn: boolean }[]>`
		SELECT "isOn" FROM "Switch" WHERE "name" = ${name}::"SwitchName" FOR SHARE`;
	return row?.isOn ?? false;
}
