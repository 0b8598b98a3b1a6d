const GOOGLE = "https://calendar.google.com/calendar/render";
const OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb";

/** Absolute addresses under which the same events can be kept. */
export type SubscriptionLinks = {
	/** Of the calendar feed. */
	calendar: string;
	/** The same for programs that subscribe to what they open. */
	webcal: string;
	google: string;
	outlook: string;
	rss: string;
	json: string;
};

/** Addresses of the feeds under filters (`query`, as it stands after the question mark; "" for all), and of web calendars that subscribe to them as `name`. */
export function subscriptionLinks({
	query,
	name,
	origin,
}: {
	query: string;
	name: string;
	/** Scheme and host of this site. */
	origin: string;
}): SubscriptionLinks {
	const addressOf = (file: string) => `${origin}/feeds/${file}${query === "" ? "" : `?${query}`}`;
	const calendar = addressOf("calendar.ics");
	const webcal = calendar.replace(/^https?:/, "webcal:");
	return {
		calendar,
		webcal,
		google: `${GOOGLE}?${new URLSearchParams({ cid: webcal })}`,
		outlook: `${OUTLOOK}?${new URLSearchParams({ url: calendar, name })}`,
		rss: addressOf("events.rss"),
		json: addressOf("events.json"),
	};
}
