import { destroyEmbedded } from "@/lib/db/embedded";
import { throwawayHome } from "@/lib/db/throwaway";

/** Names the place of the tests' PostgreSQL; the first test that needs it starts it there. */
export default async function setup(): Promise<() => Promise<void>> {
	const home = await throwawayHome();
	process.env.TEST_DATABASE_HOME = home;
	return () => destroyEmbedded(home);
}
