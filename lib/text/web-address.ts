/** What looks like a host, with or without a path: "www.example.org/about". */
const BARE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u;

/** An address of the web as people write it, completed with "https://"; anything else stays as it is. */
export function withProtocol(typed: string): string {
	return BARE.test(typed) ? `https://${typed}` : typed;
}
