import type { AccountInput } from "@/lib/accounts/schema";
import type { Tx } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** Changes the person's own name and the language of their mails; an empty name means none. */
export async function updateAccount(
	viewer: SignedInViewer,
	input: AccountInput,
	tx: Tx,
): Promise<void> {
	await tx.user.update({
		where: { id: viewer.id },
		data: { name: input.name || null, locale: input.locale },
		select: { id: true },
	});
}
