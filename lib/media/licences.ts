/** What somebody may do with an organiser's picture: SPDX identifiers, and two words for what is no public licence. */
export const LICENCES = [
	"own-work",
	"with-permission",
	"CC-BY-4.0",
	"CC-BY-SA-4.0",
	"CC-BY-SA-3.0",
	"CC0-1.0",
] as const;
export type Licence = (typeof LICENCES)[number];

const DEEDS: Readonly<Partial<Record<Licence, string>>> = {
	"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
	"CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC-BY-SA-3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
	"CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
};

/** Whether a text names one of the licences. */
export function isLicence(value: unknown): value is Licence {
	return LICENCES.some((licence) => licence === value);
}

/** Where a licence says in plain words what it allows; null where nothing is allowed to everyone. */
export function deedOf(licence: Licence | null): string | null {
	return (licence && DEEDS[licence]) ?? null;
}

/** Key of its name in the interface texts, in which a full stop would part keys. */
export function licenceKey(licence: Licence): string {
	return licence.replaceAll(".", "_");
}
