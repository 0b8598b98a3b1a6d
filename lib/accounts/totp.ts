import { Secret, TOTP } from "otpauth";

const ISSUER = "26 February";
const PERIOD_SECONDS = 30;
/** A clock may be off by one step, and people type slowly (RFC 6238, 5.2). */
const WINDOW_STEPS = 1;
/** As long as the hash (RFC 4226, 4, requirement R6). */
const SECRET_BYTES = 20;

/** A new random secret, base32. */
export function newTotpSecret(): string {
	return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an app reads from the QR code. */
export function totpAddress(secret: string, label: string): string {
	return totpOf(secret, label).toString();
}

/** The number of the half minute (RFC 6238, 4.2). */
export function totpStep(now: Date): number {
	return Math.floor(now.getTime() / (PERIOD_SECONDS * 1000));
}

/** The six digits of a step. */
export function totpCode(secret: string, step: number): string {
	return totpOf(secret).generate({ timestamp: step * PERIOD_SECONDS * 1000 });
}

/** The step whose code this is, the present one or a neighbour; null when it is none of theirs. */
export function totpStepOf(secret: string, code: string, now: Date): number | null {
	const delta = totpOf(secret).validate({
		token: code,
		timestamp: now.getTime(),
		window: WINDOW_STEPS,
	});
	return delta === null ? null : totpStep(now) + delta;
}

function totpOf(secret: string, label = ""): TOTP {
	return new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_SECONDS, digits: 6 });
}
