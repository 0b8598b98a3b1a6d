import type { Speaker } from "@/lib/calendar/programme";
import { cleanLine } from "@/lib/text/plain";

/** Speakers as they are typed: one a line, the name, then a comma and the role. */
export function speakersOf(lines: string): Speaker[] {
	return lines
		.split(/\r\n?|\n/)
		.map(cleanLine)
		.filter((line) => line !== "")
		.map((line) => {
			const [, name = line, role = ""] = /^([^,،;؛]+)[,،;؛](.*)$/u.exec(line) ?? [];
			return { name: name.trim(), role: role.trim() };
		});
}

/** The same back in the form. */
export function speakerLines(speakers: readonly Speaker[]): string {
	return speakers.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join("\n");
}

/** Whether a line says how to reach a person: nothing that a public role needs. */
export function hasPrivateData({ name, role }: Speaker): boolean {
	return /@|(?:\+|00|\b)\d[\d ()./-]{6,}\d/.test(`${name} ${role}`);
}
