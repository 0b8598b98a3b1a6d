/** Key of the words for who has vouched, under `adminOrganisations.verification`. */
export function vouchedBy({
	isVouchedByViewer,
	isVoucherGone,
}: {
	isVouchedByViewer: boolean;
	isVoucherGone: boolean;
}): "voucherGone" | "vouchedByYou" | "vouched" {
	if (isVoucherGone) return "voucherGone";
	return isVouchedByViewer ? "vouchedByYou" : "vouched";
}
