import type { RequestListener } from "node:http";

export declare function keepPages(handle: RequestListener, changes: () => number): RequestListener;
