import "server-only";
import { unstable_cache } from "next/cache";
import { listMemorials, listRecognitions } from "@/lib/registers/queries";
import { REGISTERS_TAG } from "@/lib/registers/tags";

/** The register of memorials, kept until it is changed. */
export const cachedMemorials = unstable_cache(listMemorials, ["memorials"], {
	tags: [REGISTERS_TAG],
	revalidate: false,
});

/** The register of recognitions, kept until it is changed. */
export const cachedRecognitions = unstable_cache(listRecognitions, ["recognitions"], {
	tags: [REGISTERS_TAG],
	revalidate: false,
});
