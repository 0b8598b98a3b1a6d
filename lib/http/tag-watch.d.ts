export declare class TagWatch {
	constructor(address: string);
	readonly changes: number;
	noteOwnChange(): void;
	ready(): Promise<void>;
	isOutdated(tags: readonly string[], storedMs: number): boolean;
	stop(): Promise<void>;
}
export declare function sharedTagWatch(): TagWatch | undefined;
export declare function stopTagWatch(): Promise<void>;
