import { expect, it } from "vitest";
import { SHARE_TARGETS, shareLinks } from "./share-links";

const title = "Anım & “xatirə”: 100 % ☆?#";
const url = "https://calendar.example/az/events/2027/anim?a=1&b=2";

it.each(SHARE_TARGETS)("%s is handed the whole address", (target) => {
	const link = new URL(shareLinks({ title, url })[target]);
	const said = [...link.searchParams.values()].join(" ");
	expect(said).toContain(url);
	if (target !== "facebook") expect(said).toContain(title);
});

it("a mail begins with the title and adds no header of its own", () => {
	const { email } = shareLinks({ title: "A\r\nBcc: x@y.example&bcc=z@y.example", url });
	const link = new URL(email);
	expect(link.pathname).toBe("");
	expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
});
