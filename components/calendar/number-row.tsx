import { useFormatter } from "next-intl";
import { Stat } from "@/components/ui/card";

type Props = {
	/** Names the row for screen readers. */
	title: string;
	items: readonly { key: string; value: number | string; label: string }[];
};

/** A few figures beside each other, each with what it counts. A text, such as a year, stays as it is. */
export function NumberRow({ title, items }: Props) {
	const format = useFormatter();
	return (
		<section
			aria-label={title}
			className="grid grid-cols-2 gap-x-6 gap-y-8 lg:grid-cols-4 lg:gap-x-10"
		>
			{items.map(({ key, value, label }) => (
				<Stat
					key={key}
					size="small"
					value={typeof value === "number" ? format.number(value) : value}
					label={label}
				/>
			))}
		</section>
	);
}
