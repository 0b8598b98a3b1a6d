import { describe, expect, it } from "vitest";
import { Turns } from "./turns";

/** Pieces of work that end only when told to, and the order in which they began. */
function pieces() {
	const begun: number[] = [];
	const ends = new Map<number, PromiseWithResolversLike>();
	const piece = (number: number) => {
		const end = resolvers();
		ends.set(number, end);
		return async () => {
			begun.push(number);
			await end.promise;
			return number;
		};
	};
	return { begun, piece, end: (number: number) => ends.get(number)?.resolve() };
}

type PromiseWithResolversLike = { promise: Promise<void>; resolve: () => void };

function resolvers(): PromiseWithResolversLike {
	let resolve: () => void = () => undefined;
	const promise = new Promise<void>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}

describe("Turns", () => {
	it("runs so many at once, lets so many wait in their order, and refuses the next", async () => {
		const { begun, piece, end } = pieces();
		const turns = new Turns({ atOnce: 2, waiting: 2 });
		const four = [1, 2, 3, 4].map((number) => turns.take(piece(number)));
		await expect(turns.take(piece(5))).rejects.toMatchObject({ code: "rate_limited" });
		expect(begun).toEqual([1, 2]);
		end(2);
		expect(await four[1]).toBe(2);
		await expect.poll(() => begun).toEqual([1, 2, 3]);
		end(1);
		end(3);
		end(4);
		expect(await Promise.all(four)).toEqual([1, 2, 3, 4]);
		expect(begun).toEqual([1, 2, 3, 4]);
	});

	it("frees the turn of work that fails", async () => {
		const turns = new Turns({ atOnce: 1, waiting: 1 });
		const failing = turns.take(async () => {
			throw new Error("damaged");
		});
		const waiting = turns.take(async () => "done");
		await expect(failing).rejects.toThrow("damaged");
		expect(await waiting).toBe("done");
		expect(await turns.take(async () => "again")).toBe("again");
	});
});
