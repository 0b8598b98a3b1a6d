const TYPED = new Set(["text", "email", "tel", "url", "date", "time", "search"]);

/**
 * Whether somebody answered in the form before the page's script ran: the browser's values are no longer those that
 * the page came with. Menus are left out, as React does not mark the chosen option of a controlled one.
 */
export function isTypedInto(form: HTMLFormElement): boolean {
	return [...form.elements].some((control) => {
		if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
		if (!(control instanceof HTMLInputElement)) return false;
		if (control.type === "checkbox" || control.type === "radio")
			return control.checked !== control.defaultChecked;
		return TYPED.has(control.type) && control.value !== control.defaultValue;
	});
}
