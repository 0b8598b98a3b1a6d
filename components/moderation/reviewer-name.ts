/** How reviewers call each other: by name where one is known. */
export function reviewerName({ name, email }: { name: string | null; email: string }): string {
	return name || email;
}
