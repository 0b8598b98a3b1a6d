import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Badge } from "@/components/ui/badge";
import { listSessions } from "@/lib/accounts/sessions";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { formatInstant } from "@/lib/time/format";
import { endOneSession, signOutEverywhere } from "./actions";
import { deviceName } from "./device-name";

/** Where the person is signed in, and the way to end that. */
export async function SessionSection({
	viewer,
	locale,
}: {
	viewer: SignedInViewer;
	locale: string;
}) {
	const [sessions, t, device] = await Promise.all([
		listSessions(viewer, new Date()),
		getTranslations("account.sessions"),
		getTranslations("account.device"),
	]);
	const time = (instant: Date) => `${formatInstant(instant, "UTC", locale)} UTC`;
	return (
		<section aria-labelledby="sessions" className="mt-14 flex flex-col gap-4">
			<h2 id="sessions" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-ink-soft">{t("text")}</p>
			<ul className="divide-y divide-line border-y border-line">
				{sessions.map((session) => (
					<li key={session.id} className="flex flex-wrap items-center justify-between gap-4 py-4">
						<div className="min-w-0">
							<p className="flex flex-wrap items-center gap-3 font-medium">
								<bdi>{deviceName(session, device)}</bdi>
								{session.isThis && <Badge tone="info">{t("this")}</Badge>}
							</p>
							<p className="figures mt-1 text-sm text-muted">
								{t("begun", { time: time(session.createdAt) })}
								{session.lastSeenAt && (
									<span className="block">{t("seen", { time: time(session.lastSeenAt) })}</span>
								)}
							</p>
						</div>
						{!session.isThis && (
							<OneButtonForm
								run={endOneSession}
								variant="secondary"
								values={{ locale, sessionId: session.id }}
							>
								{t("end")}
							</OneButtonForm>
						)}
					</li>
				))}
			</ul>
			<OneButtonForm run={signOutEverywhere} variant="danger" values={{ locale }}>
				{t("endAll")}
			</OneButtonForm>
		</section>
	);
}
