"use client";

import { BareDocument } from "@/components/shell/bare-document";
import "./globals.css";

type Props = { error: Error & { digest?: string } };

/** A fault in the layout itself; the digest finds it in the log. */
export default function GlobalErrorPage({ error }: Props) {
	return <BareDocument figure="500" reference={error.digest} />;
}
