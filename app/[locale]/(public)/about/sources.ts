/** A publication that the page cites. */
export type Source = {
	id: string;
	/** As published, in its own language. */
	title: string;
	publisher: string;
	/** YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known. */
	date: string;
	url: string;
	language: "en" | "az" | "ru";
};

/** In the order in which the page first cites them: their places are the numbers of the marks. */
export const SOURCES = [
	{
		id: "decision",
		title: "Azerbaijan Army Commemorates Anniversary Of Khojaly Genocide",
		publisher: "Trend, MENAFN",
		date: "2026-02-26",
		url: "https://menafn.com/1110795744/Azerbaijan-Army-Commemorates-Anniversary-Of-Khojaly-Genocide-PHOTO",
		language: "en",
	},
	{
		id: "hrw1992",
		title: "Bloodshed in the Caucasus: Escalation of the Armed Conflict in Nagorno-Karabakh",
		publisher: "Human Rights Watch (Helsinki Watch)",
		date: "1992-09",
		url: "https://www.hrw.org/report/1992/09/01/bloodshed-caucasus/escalation-armed-conflict-nagorno-karabakh",
		language: "en",
	},
	{
		id: "memorial",
		title:
			"Доклад Правозащитного центра «Мемориал» о массовых нарушениях прав человека, связанных с занятием населенного пункта Ходжалы в ночь с 25 на 26 февраля 1992 г.",
		publisher: "Memorial, Caucasian Knot",
		date: "1992",
		url: "https://kavkaz-uzel.top/articles/220626",
		language: "ru",
	},
	{
		id: "memorialFigures",
		title: "Svoboda, 12 June 1992: on the report of Memorial (translation)",
		publisher: "Justice for Khojaly",
		date: "1992-06-12",
		url: "http://www.justiceforkhojaly.org/content/tragedy-whose-perpetrators-cannot-be-vindicated",
		language: "en",
	},
	{
		id: "official",
		title:
			"Milli Majlis Appeals to Inter-Parliamentary Liaison Working Groups and International Committees of Foreign Parliaments and to International Parliamentary Organisations in Connection with the 33rd anniversary of the Khojali Genocide",
		publisher: "Milli Majlis",
		date: "2025",
		url: "https://meclis.gov.az/news.php?id=2118&lang=en",
		language: "en",
	},
	{
		id: "investigation",
		title: "600 Azerbaijanis Slain at Khojaly, Investigator Says",
		publisher: "Los Angeles Times",
		date: "1992-06-12",
		url: "https://www.latimes.com/archives/la-xpm-1992-06-12-mn-226-story.html",
		language: "en",
	},
	{
		id: "hrwExcerpts",
		title: "Reports of 1993 and 1994 (excerpts, copy)",
		publisher: "Human Rights Watch/Helsinki",
		date: "1994",
		url: "http://karabakh.vn/en/khojaly-tragedy/evidence-from-independent-sources/ngo-report.html",
		language: "en",
	},
	{
		id: "hrw1994",
		title: "Azerbaijan: Seven Years of Conflict in Nagorno-Karabakh",
		publisher: "Human Rights Watch/Helsinki",
		date: "1994-12",
		url: "https://www.hrw.org/report/1994/12/01/seven-years-conflict-nagorno-karabakh",
		language: "en",
	},
	{
		id: "azerbaijan",
		title:
			"A/59/713–S/2005/125: Letter dated 24 February 2005 from the Permanent Representative of Azerbaijan to the United Nations addressed to the Secretary-General (copy)",
		publisher: "United Nations",
		date: "2005-02-25",
		url: "https://docslib.org/doc/8942167/a-59-713-s-2005-125-general-assembly-security-council",
		language: "en",
	},
	{
		id: "armenia",
		title:
			"A/75/792–S/2021/214: Letter dated 2 March 2021 from the Permanent Representative of Armenia to the United Nations addressed to the Secretary-General (copy)",
		publisher: "United Nations",
		date: "2021-03-03",
		url: "https://docslib.org/doc/9901069/general-assembly-security-council-seventy-fifth-session-seventy-sixth-year-agenda-items-34-70-71-72-and-86",
		language: "en",
	},
	{
		id: "hrw1997",
		title:
			"Response to Armenian Government Letter on the town of Khojaly, Nagorno-Karabakh (archived)",
		publisher: "Human Rights Watch/Helsinki",
		date: "1997-03-24",
		url: "https://web.archive.org/web/20080906155003/http://hrw.org/english/docs/1997/03/24/azerba16933.htm",
		language: "en",
	},
	{
		id: "silence",
		title: "Azerbaijan observes moment of silence for Khojaly victims",
		publisher: "AZERTAC",
		date: "2021-02-26",
		url: "https://special.azertag.az/en/xeber/1722309",
		language: "en",
	},
	{
		id: "flags",
		title: "Xocalı soyqırımı qurbanlarının xatirəsi bir dəqiqəlik sükutla yad edilib",
		publisher: "1news.az",
		date: "2026-02-26",
		url: "https://1news.az/az/news/20260226050632334-Xocali-soyqirimi-qurbanlarinin-xatiresi-bir-deqiqelik-sukutla-yad-edilib",
		language: "az",
	},
] as const satisfies readonly Source[];

export type SourceId = (typeof SOURCES)[number]["id"];
