import { DomainError } from "@/lib/errors";

/** Lets so many pieces of work run at once and so many wait; whoever comes then is refused. */
export class Turns {
	readonly #atOnce: number;
	readonly #waiting: number;
	readonly #queue: (() => void)[] = [];
	#running = 0;

	constructor({ atOnce, waiting }: { atOnce: number; waiting: number }) {
		this.#atOnce = atOnce;
		this.#waiting = waiting;
	}

	/**
	 * Runs `work` when its turn has come, first come first served.
	 * @throws DomainError rate_limited when as many wait already as may; what `work` throws
	 */
	async take<T>(work: () => Promise<T>): Promise<T> {
		await this.#turn();
		try {
			return await work();
		} finally {
			const next = this.#queue.shift();
			// The turn is handed on; only where nobody waits does it fall free.
			if (next) next();
			else this.#running--;
		}
	}

	async #turn(): Promise<void> {
		if (this.#running < this.#atOnce) {
			this.#running++;
			return;
		}
		if (this.#queue.length >= this.#waiting) throw new DomainError("rate_limited");
		await new Promise<void>((resolve) => this.#queue.push(resolve));
	}
}
