import { Fieldset, type FieldsetProps } from "./choices";

type Props = Omit<FieldsetProps, "children" | "size"> & {
	options: readonly { value: string; label: string }[];
	/** The value chosen at first. */
	defaultValue: string;
};

/** Native radio buttons in one line, for a short question that need not stand out. */
export function InlineRadios({ options, defaultValue, ...group }: Props) {
	return (
		<Fieldset {...group}>
			<div className="flex flex-wrap gap-x-8">
				{options.map(({ value, label }) => (
					<label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
						<input
							type="radio"
							name={group.name}
							value={value}
							defaultChecked={value === defaultValue}
							className="control-check"
						/>
						{label}
					</label>
				))}
			</div>
		</Fieldset>
	);
}
