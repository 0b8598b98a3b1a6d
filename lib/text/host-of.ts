/** The host of an address without "www.", by which a reader knows a site; the address itself where it is none. */
export function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : address;
}
