import { DomainError } from "@/lib/errors";

/**
 * Reads a JSON body of at most `maxBytes`; an empty body is an empty object.
 * @throws DomainError `too_large`, `unsupported_media` or `invalid`.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
	const bytes = await readBytes(request, maxBytes);
	if (bytes.length === 0) return {};
	if (!contentType(request).startsWith("application/json"))
		throw new DomainError("unsupported_media");
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (cause) {
		throw new DomainError("invalid", { cause });
	}
}

/**
 * Reads a form (multipart or urlencoded) of at most `maxBytes`, files included.
 * @throws DomainError `too_large`, `unsupported_media` or `invalid`.
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
	const type = contentType(request);
	if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type)) {
		throw new DomainError("unsupported_media");
	}
	const bytes = await readBytes(request, maxBytes);
	try {
		return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
	} catch (cause) {
		throw new DomainError("invalid", { cause });
	}
}

function contentType(request: Request): string {
	return request.headers.get("content-type") ?? "";
}

/** The declared length may lie, so what arrives is counted too. */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
		throw new DomainError("too_large");
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = request.body?.getReader();
	while (reader) {
		const { done, value } = await reader.read();
		if (done) break;
		length += value.length;
		if (length > maxBytes) {
			await reader.cancel();
			throw new DomainError("too_large");
		}
		chunks.push(value);
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
