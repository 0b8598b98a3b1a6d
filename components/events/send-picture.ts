const MAX_BYTES = 10 * 1024 * 1024;

/** The new picture's id, or the key of what is wrong with it ("" when nobody answered). */
export async function sendPicture(
	organisationId: string,
	file: File,
): Promise<{ id: string } | { key: string }> {
	if (file.size > MAX_BYTES) return { key: "field.pictureTooLarge" };
	const form = new FormData();
	form.set("organisationId", organisationId);
	form.set("picture", file);
	try {
		const response = await fetch("/media/upload", { method: "POST", body: form });
		const answer: { id?: unknown; code?: unknown; fields?: { picture?: unknown } } =
			await response.json();
		if (response.ok && typeof answer.id === "string") return { id: answer.id };
		if (typeof answer.fields?.picture === "string") return { key: answer.fields.picture };
		if (answer.code === "too_large") return { key: "field.pictureTooLarge" };
		return {
			key: typeof answer.code === "string" && answer.code !== "unexpected" ? answer.code : "",
		};
	} catch {
		return { key: "" };
	}
}
