export function findChromium(): string | null;
export function prepareMachine(say: (line: string) => void): void;
export function provide(program: string): boolean;
