/** Where a link may be sent: programs and sites that take it out of an address. */
export const SHARE_TARGETS = ["email", "whatsapp", "telegram", "x", "facebook"] as const;
export type ShareTarget = (typeof SHARE_TARGETS)[number];

/** Addresses that hand a page over; nothing is loaded from there until somebody goes. */
export function shareLinks({
	title,
	url,
}: {
	title: string;
	url: string;
}): Record<ShareTarget, string> {
	const [name, link] = [encodeURIComponent(title), encodeURIComponent(url)];
	const both = `${name}%0A${link}`;
	return {
		email: `mailto:?subject=${name}&body=${name}%0D%0A%0D%0A${link}`,
		whatsapp: `https://wa.me/?text=${both}`,
		telegram: `https://t.me/share/url?url=${link}&text=${name}`,
		x: `https://x.com/intent/post?text=${name}&url=${link}`,
		facebook: `https://www.facebook.com/sharer/sharer.php?u=${link}`,
	};
}
