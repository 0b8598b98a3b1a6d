import { notFound } from "next/navigation";

export const dynamic = "force-dynamic";

/** Any address under a language that no page answers. */
export default function UnknownPage(): never {
	notFound();
}
