import { useTranslations } from "next-intl";
import { messageKeyOf } from "@/lib/registers/words";
import { EnglishText } from "./english-text";

type Props = { list: "kind" | "evidence"; word: string };

/** A kind or a grade of evidence in the reader's language; as the data has it where nobody has translated it yet. */
export function RegisterWord({ list, word }: Props) {
	const t = useTranslations("registers");
	const key = `${list}.${messageKeyOf(word)}`;
	return t.has(key) ? t(key) : <EnglishText>{word}</EnglishText>;
}
