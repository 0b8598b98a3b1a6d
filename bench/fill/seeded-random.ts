/** Random choices that are the same in every run of the same seed. */
export type SeededRandom = {
	/** From 0 up to, not including, 1. */
	next: () => number;
	/** A whole number from `from` to `to`, both included. */
	whole: (from: number, to: number) => number;
	/** True in `share` of the cases. */
	chance: (share: number) => boolean;
	pick: <T>(list: readonly T[]) => T;
	/** One of the values, as often as its weight says. */
	weighted: <T>(choices: readonly (readonly [value: T, weight: number])[]) => T;
};

/** Mulberry32: 32 bits of state are plenty for choosing words and hours. */
export function seededRandom(seed: number): SeededRandom {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		chance: (share) => next() < share,
		pick: (list) => {
			const picked = list[whole(0, list.length - 1)];
			if (picked === undefined) throw new RangeError("nothing to pick from");
			return picked;
		},
		weighted: (choices) => {
			let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of choices) {
				rest -= weight;
				if (rest < 0) return value;
			}
			throw new RangeError("nothing to pick from");
		},
	};
}
