import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { readWaiting } from "@/lib/calendar/publish-profile";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { countryName } from "@/lib/places/countries";
import { publishWaiting } from "../actions";

type Props = { organisation: ReviewedOrganisation; locale: string };

/** The profile that is not public yet, whole, and the button that publishes it. */
export async function WaitingProfile({ organisation, locale }: Props) {
	const [t, kinds] = await Promise.all([
		getTranslations("adminOrganisations.profile"),
		getTranslations("organisationKind"),
	]);
	const { id, version, heldAt, mayDecide, waitingLogoId } = organisation;
	const profile = readWaiting(organisation.waiting);
	if (!profile) return null;
	const lines = [
		`${kinds(profile.kind)} · ${[profile.cityName, countryName(profile.country, locale)].filter(Boolean).join(" · ")}`,
		profile.covers.map((code) => countryName(code, locale)).join(" · "),
		profile.website,
		profile.contactEmail,
		profile.contactPhone,
		profile.logoCredit,
	].filter(Boolean);
	return (
		<section aria-labelledby="waiting" className="flex flex-col gap-4">
			<h2 id="waiting" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-lg font-medium">
				<bdi>{profile.name}</bdi>
			</p>
			{waitingLogoId && (
				// biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off
				<img
					src={`/media/${waitingLogoId}/480`}
					alt={t("logo")}
					className="max-h-32 max-w-full self-start rounded-sm border border-line"
				/>
			)}
			<ul className="flex flex-col gap-1">
				{lines.map((line) => (
					<li key={line} className="wrap-anywhere">
						<bdi>{line}</bdi>
					</li>
				))}
			</ul>
			{profile.texts.map((text) => (
				<div
					key={text.locale}
					lang={text.locale}
					dir="auto"
					className="border-s-2 border-line ps-4"
				>
					<p className="font-medium">{text.name}</p>
					<p className="whitespace-pre-line wrap-anywhere">{text.description}</p>
				</div>
			))}
			{mayDecide && !heldAt && (
				<OneButtonForm run={publishWaiting} values={{ organisationId: id, version, locale }}>
					{t("publish")}
				</OneButtonForm>
			)}
		</section>
	);
}
