"use client";

import { ShownFault } from "@/components/shell/fault-page";

/** A fault of ours; the digest finds it in the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
	return <ShownFault digest={error.digest} />;
}
