import type { EventType } from "@/lib/calendar/content-columns";
import type { DraftContent } from "@/lib/events/schema";
import { countryName } from "@/lib/places/countries";
import { type City, cityName } from "@/lib/places/gazetteer";
import type { Locale } from "@/lib/text/languages";

/** The types of which the demonstration has texts. */
export type DemoType = Extract<
	EventType,
	"ceremony" | "exhibition" | "conference" | "screening" | "concert" | "lecture"
>;

type Phrases = { note: string } & Record<DemoType, readonly [title: string, programme: string]>;

const PHRASES: Record<Locale, Phrases> = {
	en: {
		note: "Example entry: this event is not real. No mission has announced it.",
		ceremony: [
			"Commemoration of the victims of Khojaly",
			"A minute of silence, speeches and the laying of flowers.",
		],
		exhibition: [
			"Photo exhibition in memory of Khojaly",
			"An exhibition of photographs. Admission is free.",
		],
		conference: ["Conference in memory of Khojaly", "Papers and discussion."],
		screening: [
			"Film screening in memory of Khojaly",
			"A documentary film, followed by a conversation.",
		],
		concert: [
			"Concert in memory of the victims of Khojaly",
			"Chamber music and a minute of silence.",
		],
		lecture: ["Lecture in memory of Khojaly", "A lecture and questions from the audience."],
	},
	az: {
		note: "Nümunə: bu tədbir əslində keçirilmir. Heç bir nümayəndəlik onu elan etməyib.",
		ceremony: [
			"Xocalı qurbanlarının anım mərasimi",
			"Bir dəqiqəlik sükut, çıxışlar və gül dəstələrinin qoyulması.",
		],
		exhibition: [
			"Xocalının xatirəsinə fotosərgi",
			"Fotoşəkillərdən ibarət sərgi. Giriş sərbəstdir.",
		],
		conference: ["Xocalının xatirəsinə həsr olunmuş konfrans", "Məruzələr və müzakirə."],
		screening: ["Xocalının xatirəsinə film nümayişi", "Sənədli filmin nümayişi və ardınca söhbət."],
		concert: ["Xocalı qurbanlarının xatirəsinə konsert", "Kamera musiqisi və bir dəqiqəlik sükut."],
		lecture: ["Xocalının xatirəsinə həsr olunmuş mühazirə", "Mühazirə və iştirakçıların sualları."],
	},
	tr: {
		note: "Örnek kayıt: bu etkinlik bir örnektir. Hiçbir temsilcilik tarafından duyurulmamıştır.",
		ceremony: ["Hocalı kurbanlarını anma töreni", "Saygı duruşu, konuşmalar ve çiçek bırakılması."],
		exhibition: ["Hocalı anısına fotoğraf sergisi", "Fotoğraf sergisi. Giriş serbesttir."],
		conference: ["Hocalı anısına konferans", "Bildiriler ve tartışma."],
		screening: ["Hocalı anısına film gösterimi", "Belgesel gösterimi ve ardından söyleşi."],
		concert: ["Hocalı kurbanları anısına konser", "Oda müziği ve saygı duruşu."],
		lecture: ["Hocalı anısına söyleşi", "Bir konuşma ve katılımcıların soruları."],
	},
	ru: {
		note: "Демонстрационная запись: это мероприятие приведено как пример. Ни одно представительство его не объявляло.",
		ceremony: [
			"Церемония памяти жертв Ходжалы",
			"Минута молчания, выступления и возложение цветов.",
		],
		exhibition: ["Фотовыставка памяти Ходжалы", "Выставка фотографий. Вход свободный."],
		conference: ["Конференция памяти Ходжалы", "Доклады и обсуждение."],
		screening: ["Кинопоказ памяти Ходжалы", "Показ документального фильма и беседа."],
		concert: ["Концерт памяти жертв Ходжалы", "Камерная музыка и минута молчания."],
		lecture: ["Лекция памяти Ходжалы", "Лекция и вопросы участников."],
	},
	de: {
		note: "Beispieleintrag: Diese Veranstaltung findet nicht statt. Keine Vertretung hat sie angekündigt.",
		ceremony: [
			"Gedenkfeier für die Opfer von Chodschali",
			"Schweigeminute, Ansprachen und Niederlegung von Blumen.",
		],
		exhibition: [
			"Fotoausstellung zum Gedenken an Chodschali",
			"Ausstellung von Fotografien. Der Eintritt ist frei.",
		],
		conference: ["Konferenz zum Gedenken an Chodschali", "Vorträge und Diskussion."],
		screening: [
			"Filmvorführung zum Gedenken an Chodschali",
			"Ein Dokumentarfilm mit anschließendem Gespräch.",
		],
		concert: ["Gedenkkonzert für die Opfer von Chodschali", "Kammermusik und eine Schweigeminute."],
		lecture: ["Vortrag zum Gedenken an Chodschali", "Ein Vortrag und Fragen aus dem Publikum."],
	},
	fr: {
		note: "Entrée de démonstration : cet événement est un exemple. Aucune représentation ne l’a annoncé.",
		ceremony: [
			"Cérémonie à la mémoire des victimes de Khodjaly",
			"Minute de silence, allocutions et dépôt de fleurs.",
		],
		exhibition: [
			"Exposition de photographies à la mémoire de Khodjaly",
			"Exposition de photographies. L’entrée est libre.",
		],
		conference: ["Colloque à la mémoire de Khodjaly", "Exposés et discussion."],
		screening: [
			"Projection à la mémoire de Khodjaly",
			"Projection d’un documentaire, suivie d’un échange.",
		],
		concert: [
			"Concert à la mémoire des victimes de Khodjaly",
			"Musique de chambre et minute de silence.",
		],
		lecture: [
			"Conférence à la mémoire de Khodjaly",
			"Une conférence, suivie des questions du public.",
		],
	},
	es: {
		note: "Entrada de demostración: este acto es un ejemplo. Ninguna representación lo ha anunciado.",
		ceremony: [
			"Ceremonia en memoria de las víctimas de Jodyalí",
			"Minuto de silencio, discursos y ofrenda floral.",
		],
		exhibition: [
			"Exposición fotográfica en memoria de Jodyalí",
			"Exposición de fotografías. La entrada es libre.",
		],
		conference: ["Congreso en memoria de Jodyalí", "Ponencias y debate."],
		screening: ["Proyección en memoria de Jodyalí", "Un documental, seguido de un coloquio."],
		concert: [
			"Concierto en memoria de las víctimas de Jodyalí",
			"Música de cámara y un minuto de silencio.",
		],
		lecture: ["Conferencia en memoria de Jodyalí", "Una conferencia y preguntas del público."],
	},
	ar: {
		note: "إدخال للعرض التوضيحي: هذه الفعالية مثال، ولم تعلن عنها أي بعثة.",
		ceremony: ["مراسم إحياء ذكرى ضحايا خوجالي", "دقيقة صمت وكلمات ووضع الزهور."],
		exhibition: ["معرض صور في ذكرى خوجالي", "معرض للصور الفوتوغرافية. الدخول مجاني."],
		conference: ["مؤتمر في ذكرى خوجالي", "أوراق بحثية ونقاش."],
		screening: ["عرض فيلم في ذكرى خوجالي", "فيلم وثائقي يليه حوار."],
		concert: ["حفل موسيقي في ذكرى ضحايا خوجالي", "موسيقى الحجرة ودقيقة صمت."],
		lecture: ["محاضرة في ذكرى خوجالي", "محاضرة وأسئلة من الحضور."],
	},
};

const HOST_LANGUAGES: Partial<Record<Locale, readonly string[]>> = {
	ar: ["AE", "DZ", "EG", "IQ", "JO", "KW", "MA", "PS", "QA", "SA"],
	de: ["AT", "CH", "DE"],
	es: ["AR", "CO", "CU", "ES", "MX"],
	fr: ["BE", "FR"],
	ru: ["BY", "KZ", "RU"],
	tr: ["TR"],
};

/** English and Azerbaijani, and the host country's language where it is one of the interface's. */
export function demoLocales(country: string): Locale[] {
	const host = (Object.keys(HOST_LANGUAGES) as Locale[]).find((locale) =>
		HOST_LANGUAGES[locale]?.includes(country),
	);
	return ["en", "az", ...(host ? [host] : [])];
}

/** The words of one type in one language, without place and note. */
export function demoPhrase(type: DemoType, locale: Locale): { title: string; programme: string } {
	const [title, programme] = PHRASES[locale][type];
	return { title, programme };
}

/** Title and description in each language; the first sentence says that it is a demonstration. */
export function demoTexts(
	type: DemoType,
	country: string,
	city: City | null,
): DraftContent["texts"] {
	return Object.fromEntries(
		demoLocales(country).map((locale) => {
			const {
				note,
				[type]: [title, programme],
			} = PHRASES[locale];
			const place = city ? cityName(city, locale) : countryName(country, locale);
			const comma = locale === "ar" ? "،" : ",";
			return [
				locale,
				{
					title: `${title}${comma} ${place}`,
					description: `${note}\n\n${programme}`,
				},
			];
		}),
	);
}
