// node --import tsx scripts/build.ts [client]: the generated database client, and the app unless
// only the client is asked for. Does nothing for what has not changed.
import { buildApp, generateClient } from "@/scripts/launcher/build";
import { sentenceOf } from "@/scripts/launcher/steps";

try {
	await generateClient();
	if (!process.argv.includes("client") && !(await buildApp()))
		console.log("The build is up to date.");
} catch (error) {
	console.error(sentenceOf(error));
	process.exit(1);
}
