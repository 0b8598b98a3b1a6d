import "server-only";
import { unstable_cache } from "next/cache";
import { versionOf } from "@/app/og/preview-image";
import { drawPreview } from "@/lib/media/draw-preview";
import type { Preview } from "@/lib/media/preview";

/** As for the pictures of events: one may be withdrawn, so caches ask again. */
const CACHE_CONTROL = "public, max-age=3600, s-maxage=60";

/** Answers with the picture, drawn once for each version of its words; 304 for those who have it. */
export async function answerPreview(
	request: Request,
	preview: Preview,
	tags: string[],
): Promise<Response> {
	const version = versionOf(preview);
	const headers = {
		ETag: `"${version}"`,
		"Cache-Control": CACHE_CONTROL,
		"Cross-Origin-Resource-Policy": "cross-origin",
	};
	if (request.headers.get("if-none-match")?.includes(headers.ETag))
		return new Response(null, { status: 304, headers });
	const bytes = Buffer.from(await drawnOnce(preview, version, tags), "base64");
	return new Response(bytes, { headers: { ...headers, "Content-Type": "image/png" } });
}

function drawnOnce(preview: Preview, version: string, tags: string[]): Promise<string> {
	const draw = async () => (await drawPreview(preview)).toString("base64");
	return unstable_cache(draw, ["preview", version], { tags, revalidate: 86_400 })();
}
