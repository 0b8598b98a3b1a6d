import type { FeedEvent } from "@/lib/feeds/feed-event";
import { type JsonLd, serialiseJsonLd, toBreadcrumbs, toJsonLd } from "@/lib/feeds/json-ld";

type Props = {
	feedEvent: FeedEvent;
	/** The events that are part of it. */
	parts: readonly FeedEvent[];
	/** Absolute address of the picture that is drawn of the event. */
	preview: string;
	/** The way to the page, itself included; addresses are absolute. */
	crumbs: readonly { name: string; url: string }[];
};

/** What search engines read of an event: the event, and the way to its page. */
export function EventJsonLd({ feedEvent, parts, preview, crumbs }: Props) {
	return (
		<>
			<Block value={toJsonLd(feedEvent, preview, parts)} />
			<Block value={toBreadcrumbs(crumbs)} />
		</>
	);
}

function Block({ value }: { value: JsonLd }) {
	return (
		<script
			type="application/ld+json"
			// biome-ignore lint/security/noDangerouslySetInnerHtml: serialised so that nothing in it can close the element
			dangerouslySetInnerHTML={{ __html: serialiseJsonLd(value) }}
		/>
	);
}
