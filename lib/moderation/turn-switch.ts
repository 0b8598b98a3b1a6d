import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import { SWITCHES } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";
import { cleanLine } from "@/lib/text/plain";

export const switchInput = z
	.strictObject({
		name: z.enum(SWITCHES, "field.choose"),
		isOn: z.enum(["1", "0"]).transform((value) => value === "1"),
		reason: z.string().max(300, "field.tooLong").transform(cleanLine).default(""),
	})
	.refine(({ isOn, reason }) => !isOn || reason.length >= 3, {
		path: ["reason"],
		error: "field.reason",
	});
type SwitchInput = z.infer<typeof switchInput>;

/**
 * Turns a switch on or off. It waits for what is being published or changed in this moment.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, conflict (it stands so already)
 */
export async function turnSwitch(
	tx: Tx,
	viewer: Viewer,
	{ input: { name, isOn, reason }, now }: { input: SwitchInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "switches.turn" });
	requireFreshProof(viewer, now);
	await tx.switch.createMany({ data: [{ name, changedAt: now }], skipDuplicates: true });
	const { count } = await tx.switch.updateMany({
		where: { name, isOn: !isOn },
		data: { isOn, reason: isOn ? reason : "", changedAt: now },
	});
	if (count === 0) throw new DomainError("conflict");
	await audit(tx, {
		actorId: viewer.id,
		action: isOn ? "switch.on" : "switch.off",
		subjectType: "switch",
		subjectId: name,
		// The switch itself forgets it when it is turned off.
		detail: reason ? { reason } : {},
		at: now,
	});
}
