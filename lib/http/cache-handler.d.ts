type Stored = { value: Record<string, unknown> | null; lastModified?: number };

export default class TaggedCache {
	constructor(context: {
		fs: unknown;
		flushToDisk: boolean;
		serverDistDir: string;
		revalidatedTags: string[];
		maxMemoryCacheSize: number;
	});
	get(key: string, context: Record<string, unknown>): Promise<Stored | null>;
	set(key: string, value: unknown, context: Record<string, unknown>): Promise<void>;
	revalidateTag(tags: string | string[]): Promise<void>;
}
