/**
 * Azerbaijani names of months and days (CLDR 48). Chromium leaves Azerbaijani out of its ICU data
 * and prints "2027 M02 26", so they cannot be left to Intl.
 */
export const AZ_MONTHS = [
	"yanvar",
	"fevral",
	"mart",
	"aprel",
	"may",
	"iyun",
	"iyul",
	"avqust",
	"sentyabr",
	"oktyabr",
	"noyabr",
	"dekabr",
] as const;

export const AZ_MONTHS_SHORT = [
	"yan",
	"fev",
	"mar",
	"apr",
	"may",
	"iyn",
	"iyl",
	"avq",
	"sen",
	"okt",
	"noy",
	"dek",
] as const;

/** Sunday first, as `Date.getUTCDay` counts. */
export const AZ_WEEKDAYS_SHORT = ["B.", "B.E.", "Ç.A.", "Ç.", "C.A.", "C.", "Ş."] as const;

/** Sunday first, as `Date.getUTCDay` counts. */
export const AZ_WEEKDAYS = [
	"bazar",
	"bazar ertəsi",
	"çərşənbə axşamı",
	"çərşənbə",
	"cümə axşamı",
	"cümə",
	"şənbə",
] as const;
