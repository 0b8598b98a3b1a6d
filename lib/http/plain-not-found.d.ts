import type { RequestListener } from "node:http";

export declare function withPlainNotFound(handle: RequestListener): RequestListener;
