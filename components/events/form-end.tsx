import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

/** The two buttons of the form and what pressing the second one means. */
export function FormEnd({ eventId, isPending }: { eventId: string; isPending: boolean }) {
	const t = useTranslations("eventForm");
	const ui = useTranslations("ui");
	return (
		<div className="flex flex-col gap-4 border-t border-ink pt-6">
			<p className="text-sm text-ink-soft">
				{t.rich("rules", {
					link: (text) => (
						<Link href="/content-rules" target="_blank" className="text-link">
							{text}
						</Link>
					),
				})}{" "}
				{t("submitHint")}
			</p>
			<div className="flex flex-wrap gap-3">
				<Button type="submit" name="intent" value="submit" aria-disabled={isPending || undefined}>
					{isPending ? ui("working") : t("submit")}
				</Button>
				<Button type="submit" name="intent" value="save" variant="secondary">
					{t("save")}
				</Button>
			</div>
			<p>
				{/* A window of its own: nothing that is typed here is left behind. */}
				<Link href={`/my/events/${eventId}/preview`} target="_blank" className="text-link">
					{t("preview")}
				</Link>
			</p>
		</div>
	);
}
