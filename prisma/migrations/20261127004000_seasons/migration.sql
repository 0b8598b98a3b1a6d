-- CreateTable
CREATE TABLE "Season" (
    "year" INTEGER NOT NULL,
    "opensOn" DATE,
    "closesOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Season_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "SeasonText" (
    "year" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SeasonText_pkey" PRIMARY KEY ("year","locale")
);

-- AddForeignKey
ALTER TABLE "SeasonText" ADD CONSTRAINT "SeasonText_year_fkey" FOREIGN KEY ("year") REFERENCES "Season"("year") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Season"
	ADD CONSTRAINT "Season_year_check" CHECK ("year" BETWEEN 1992 AND 9999),
	ADD CONSTRAINT "Season_window_check" CHECK ("closesOn" >= "opensOn"),
	ADD CONSTRAINT "Season_version_check" CHECK ("version" > 0);

ALTER TABLE "SeasonText"
	ADD CONSTRAINT "SeasonText_locale_check" CHECK ("locale" IN ('en', 'az', 'tr', 'ru', 'de', 'fr', 'es', 'ar')),
	ADD CONSTRAINT "SeasonText_title_check" CHECK (char_length("title") BETWEEN 1 AND 120),
	ADD CONSTRAINT "SeasonText_text_check" CHECK (char_length("text") <= 600);
