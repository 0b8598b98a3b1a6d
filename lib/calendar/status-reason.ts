type Stated = {
	statusReason: string | null;
	texts: readonly { locale: string; statusReason: string | null }[];
};

/** Why an event is off, to a reader of `locale`: in that language where the organiser wrote it, else in the main one. */
export function reasonFor({ statusReason, texts }: Stated, locale: string): string | null {
	return texts.find((text) => text.locale === locale)?.statusReason ?? statusReason;
}
