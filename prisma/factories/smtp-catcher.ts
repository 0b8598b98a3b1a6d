import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type SmtpCatcher = {
	/** For `SMTP_URL`. */
	url: string;
	/** Fills with the mails that it accepted. */
	caught: ParsedMail[];
	close: (done: () => void) => void;
};

/** A real SMTP server on a port of its own; close it after the test. */
export async function openSmtpCatcher(options: SMTPServerOptions = {}): Promise<SmtpCatcher> {
	const caught: ParsedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, _session, done) {
			simpleParser(stream).then((mail) => {
				caught.push(mail);
				done();
			}, done);
		},
		...options,
	});
	// A client that goes away is part of some tests.
	server.on("error", () => undefined);
	const listener = server.listen(0, "127.0.0.1");
	if (!listener.listening) await once(listener, "listening");
	const { port } = listener.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, caught, close: (done) => server.close(done) };
}
