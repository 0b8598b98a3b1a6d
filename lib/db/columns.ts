/** A `date` column's value for a calendar date "YYYY-MM-DD" (Prisma wants midnight UTC). */
export function toDateColumn(date: string): Date;
export function toDateColumn(date: string | null): Date | null;
export function toDateColumn(date: string | null): Date | null {
	return date === null ? null : new Date(`${date}T00:00:00.000Z`);
}

/** The calendar date "YYYY-MM-DD" in a `date` column's value. */
export function fromDateColumn(value: Date): string;
export function fromDateColumn(value: Date | null): string | null;
export function fromDateColumn(value: Date | null): string | null {
	return value === null ? null : value.toISOString().slice(0, 10);
}
