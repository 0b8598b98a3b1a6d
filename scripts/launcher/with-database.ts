import { existsSync } from "node:fs";
import { disconnectDb } from "@/lib/db/client";
import { openDatabase } from "@/scripts/launcher/database";
import { childVariables, readSettings } from "@/scripts/launcher/settings";

/** Runs an operator's command on the database of DATABASE_URL, else on the one that `npm start` keeps, running or not. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
	if (existsSync(".env")) process.loadEnvFile(".env");
	const settings = readSettings(process.env, false);
	const database = await openDatabase(settings);
	for (const [name, value] of Object.entries(childVariables(settings, database.appUrl))) {
		if (value !== undefined) Object.assign(process.env, { [name]: value });
	}
	try {
		return await work();
	} finally {
		await disconnectDb();
		if (database.cluster && !database.cluster.adopted) await database.cluster.stop();
	}
}
