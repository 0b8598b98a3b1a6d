import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { readSwitches, SWITCHES } from "@/lib/permissions/switches";

/** Tells reviewers what an admin has stopped, and why. */
export async function StopNotice() {
	const [switches, t] = await Promise.all([readSwitches(), getTranslations("adminSwitches")]);
	return SWITCHES.filter((name) => switches[name].isOn).map((name) => (
		<div key={name} className="mb-8">
			<Notice tone="warning" title={t(`${name}.stopped`)}>
				<p>
					<bdi>{switches[name].reason}</bdi>
				</p>
			</Notice>
		</div>
	));
}
