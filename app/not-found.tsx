import { BareDocument } from "@/components/shell/bare-document";

/** An address outside of every language. */
export default function NotFoundPage() {
	return <BareDocument figure="404" />;
}
