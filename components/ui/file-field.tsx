import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

type Props = FieldProps & Pick<ComponentProps<"input">, "accept" | "onChange">;

/** A labelled input for one file. */
export function FileField({ accept, onChange, ...field }: Props) {
	return (
		<Field {...field}>
			{(control) => (
				<input
					{...control}
					type="file"
					accept={accept}
					onChange={onChange}
					className="control file:me-4 file:cursor-pointer file:border-0 file:bg-transparent file:font-medium file:text-ink file:underline"
				/>
			)}
		</Field>
	);
}
