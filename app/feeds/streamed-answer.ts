import { log } from "@/lib/log";

type Parts = AsyncGenerator<string, void, undefined>;

/**
 * An answer whose text is written while it is sent, at the pace of who reads it; never the whole in memory. The first
 * part is made before the answer begins, so that a database that is away still gives a proper refusal.
 */
export async function streamedAnswer(
	request: Request,
	write: () => Parts,
	headers: Record<string, string>,
): Promise<Response> {
	if (request.method === "HEAD") return new Response(null, { headers });
	const parts = write();
	const first = await parts.next();
	return new Response(streamOf(parts, first), { headers });
}

function streamOf(parts: Parts, first: IteratorResult<string, void>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let next: IteratorResult<string, void> | null = first;
	let isLeft = false;
	return new ReadableStream(
		{
			async pull(controller) {
				try {
					let part = next ?? (await parts.next());
					next = null;
					while (!part.done && part.value === "") part = await parts.next();
					// The reader may go while a part is made.
					if (isLeft) return;
					if (part.done) controller.close();
					else controller.enqueue(encoder.encode(part.value));
				} catch (error) {
					// What was sent cannot be taken back: the connection breaks off, and no store keeps half a feed.
					log().error({ err: error }, "a feed broke off");
					controller.error(error);
				}
			},
			async cancel() {
				isLeft = true;
				await parts.return(undefined);
			},
		},
		{ highWaterMark: 1 },
	);
}
