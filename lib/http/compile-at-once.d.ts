/** Sentence for V8; see the other half. */
export declare const COMPILE_HINT: string;
export declare function compileFrameworkAtOnce(build: {
	projectDir: string;
	distDir: string;
}): void;
