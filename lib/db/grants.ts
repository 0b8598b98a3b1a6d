import { runMigrations } from "graphile-worker";
import { Client, escapeIdentifier } from "pg";

/** Tables that the app may add to but never change; a fault or an intruder cannot rewrite them. */
const APPEND_ONLY = ["AuditEntry"];
/** Tables that belong to the migrations; the app only reads how far they are. */
const READ_ONLY = ["_prisma_migrations"];

/**
 * Makes the job queue's tables (graphile-worker) and gives the app's role what it needs: rows of
 * all tables, only reading and adding for the audit, the queue's schema, nothing else.
 * @param ownerUrl address of a role that owns the tables.
 * @param role the app's role; when it is the owner itself nothing is granted.
 * @returns a sentence for the log.
 */
export async function grantAppRole(ownerUrl: string, role: string): Promise<string> {
	await runMigrations({ connectionString: ownerUrl });
	const client = new Client(ownerUrl);
	await client.connect();
	try {
		const { rows } = await client.query<{ me: string }>("SELECT current_user AS me");
		if (!role || rows[0]?.me === role) {
			return "The app uses the database owner's role, so the audit is not protected from it; give it a role of its own with DATABASE_MIGRATION_URL.";
		}
		await client.query("BEGIN");
		const granted = [...(await tableRights(client, role)), ...(await queueRights(client, role))];
		for (const statement of granted) await client.query(statement);
		await client.query("COMMIT");
		return `Role ${role} may use the tables and the queue.`;
	} finally {
		await client.end();
	}
}

async function tableRights(client: Client, roleName: string): Promise<string[]> {
	const role = escapeIdentifier(roleName);
	const { rows } = await client.query<{ tablename: string }>(
		"SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
	);
	const existing = rows.map((row) => row.tablename);
	const restricted = (names: string[], right: string) =>
		names
			.filter((name) => existing.includes(name))
			.flatMap((name) => [
				`REVOKE ALL ON public.${escapeIdentifier(name)} FROM ${role}`,
				`GRANT ${right} ON public.${escapeIdentifier(name)} TO ${role}`,
			]);
	return [
		`GRANT USAGE ON SCHEMA public TO ${role}`,
		`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
		`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
		...restricted(APPEND_ONLY, "SELECT, INSERT"),
		...restricted(READ_ONLY, "SELECT"),
	];
}

/** The queue's tables have row-level security without a policy, which shuts out all but their owner. */
async function queueRights(client: Client, roleName: string): Promise<string[]> {
	const role = escapeIdentifier(roleName);
	const { rows } = await client.query<{ relname: string }>(
		`SELECT c.relname FROM pg_class c
		 WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
			AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1)`,
		[roleName],
	);
	return [
		`GRANT USAGE ON SCHEMA graphile_worker TO ${role}`,
		`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role}`,
		`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role}`,
		`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${role}`,
		...rows.map(
			({ relname }) =>
				`CREATE POLICY ${role} ON graphile_worker.${escapeIdentifier(relname)} TO ${role} USING (true) WITH CHECK (true)`,
		),
	];
}
