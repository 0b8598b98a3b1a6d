export declare class TagWatch {
	constructor(address: string);
	ready(): Promise<void>;
	isOutdated(tags: readonly string[], storedMs: number): boolean;
	stop(): Promise<void>;
}
export declare function sharedTagWatch(): TagWatch | undefined;
export declare function stopTagWatch(): Promise<void>;
