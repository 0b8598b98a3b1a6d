import type { Page } from "@playwright/test";
import type { FormFields } from "./http";

/**
 * What each form of a page would send that calls an action; texts are filled so that nothing but the right is missing.
 * @param page only lends its HTML parser.
 */
export async function actionForms(page: Page, html: string): Promise<FormFields[]> {
	return page.evaluate((source) => {
		const parsed = new DOMParser().parseFromString(source, "text/html");
		return [...parsed.querySelectorAll<HTMLFormElement>("main form")]
			.filter((form) => form.method === "post")
			.map((form) => {
				for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
					"input[type=text], input:not([type]), textarea",
				))
					field.value = "A reason";
				const choice = form.querySelector<HTMLInputElement>("input[type=radio]");
				if (choice) choice.checked = true;
				return [...new FormData(form)].flatMap(([name, value]) =>
					typeof value === "string" ? [[name, value] satisfies [string, string]] : [],
				);
			});
	}, html);
}
