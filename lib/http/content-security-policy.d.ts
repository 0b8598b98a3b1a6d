export declare const BASELINE_POLICY: string;
export declare const DATA_POLICY: string;
export declare function noncePolicy(nonce: string, options?: { isDevelopment?: boolean }): string;
export declare function hashPolicy(sha256Digests: Iterable<string>): string;
