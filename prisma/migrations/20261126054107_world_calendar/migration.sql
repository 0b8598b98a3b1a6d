DROP TRIGGER "PublishedEventText_search" ON "PublishedEventText";
DROP FUNCTION set_search_vector();

-- DropIndex
DROP INDEX "PublishedEventText_searchVector_idx";

-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "isFree" BOOLEAN,
ADD COLUMN     "isWheelchairAccessible" BOOLEAN;

-- AlterTable
ALTER TABLE "PublishedEvent" ADD COLUMN     "isFree" BOOLEAN,
ADD COLUMN     "isWheelchairAccessible" BOOLEAN,
ADD COLUMN     "ordinal" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "PublishedEventText" DROP COLUMN "searchVector";

-- CreateTable
CREATE TABLE "PublishedSearch" (
    "eventId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "PublishedSearch_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "PublishedChange" (
    "number" BIGSERIAL NOT NULL,
    "eventId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublishedChange_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "FormerEventAddress" (
    "season" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "eventId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerEventAddress_pkey" PRIMARY KEY ("season","slug")
);

-- CreateTable
CREATE TABLE "FormerOrganisationSlug" (
    "slug" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerOrganisationSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "MinuteOfSilence" (
    "country" CHAR(2) NOT NULL,
    "time" VARCHAR(5) NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "MinuteOfSilence_pkey" PRIMARY KEY ("country")
);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedSearch_ordinal_key" ON "PublishedSearch"("ordinal");

-- CreateIndex
CREATE INDEX "PublishedSearch_title_idx" ON "PublishedSearch" USING GIN ("title");

-- CreateIndex
CREATE INDEX "PublishedSearch_words_idx" ON "PublishedSearch" USING GIN ("words");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "PublishedChange_at_idx" ON "PublishedChange"("at");

-- CreateIndex
CREATE INDEX "FormerEventAddress_eventId_idx" ON "FormerEventAddress"("eventId");

-- CreateIndex
CREATE INDEX "FormerOrganisationSlug_organisationId_idx" ON "FormerOrganisationSlug"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedEvent_ordinal_key" ON "PublishedEvent"("ordinal");

-- AddForeignKey
ALTER TABLE "PublishedSearch" ADD CONSTRAINT "PublishedSearch_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerEventAddress" ADD CONSTRAINT "FormerEventAddress_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerOrganisationSlug" ADD CONSTRAINT "FormerOrganisationSlug_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ------------------------------------------------------------ search
-- The words of all languages of an event stand in one row. Each text is folded (fold_text); besides its words as
-- they are, for search by their beginning, the stems of its own language find its inflected forms.

CREATE FUNCTION search_stems(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS
$$ SELECT (CASE split_part(language, '-', 1)
	WHEN 'en' THEN 'pg_catalog.english' WHEN 'de' THEN 'pg_catalog.german' WHEN 'fr' THEN 'pg_catalog.french'
	WHEN 'es' THEN 'pg_catalog.spanish' WHEN 'ru' THEN 'pg_catalog.russian' WHEN 'tr' THEN 'pg_catalog.turkish'
	WHEN 'ar' THEN 'pg_catalog.arabic' ELSE 'pg_catalog.simple' END)::regconfig $$;

CREATE FUNCTION search_words(language text, t text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS
$$ SELECT strip(to_tsvector('pg_catalog.simple', fold_text(t)) || to_tsvector(search_stems(language), fold_text(t))) $$;

CREATE AGGREGATE tsvector_union (tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

-- Beside the row, so that a search for a common word reads few pages.
ALTER TABLE "PublishedSearch" ALTER COLUMN "title" SET STORAGE EXTERNAL, ALTER COLUMN "words" SET STORAGE EXTERNAL;
ALTER TABLE "PublishedSearch" SET (toast_tuple_target = 128);

CREATE FUNCTION refresh_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "PublishedSearch" ("eventId", "ordinal", "title", "words")
	SELECT e."id", e."ordinal", v.title, strip(v.title || v.rest) FROM "PublishedEvent" e
	JOIN (SELECT t."eventId",
			strip(tsvector_union(search_words(t."locale", t."title"))) AS title,
			strip(tsvector_union(search_words(t."locale", t."description") || search_words('', t."keywords"))) AS rest
		FROM "PublishedEventText" t WHERE t."eventId" IN (SELECT "eventId" FROM written) GROUP BY t."eventId") v
		ON v."eventId" = e."id"
	ON CONFLICT ("eventId") DO UPDATE SET "title" = EXCLUDED."title", "words" = EXCLUDED."words";
	-- In one order, so that two publications never wait for each other.
	INSERT INTO "SearchWord" ("word")
	SELECT DISTINCT word FROM "PublishedSearch" s, unnest(tsvector_to_array(s."words")) word
	WHERE s."eventId" IN (SELECT "eventId" FROM written) AND length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
	ORDER BY word ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;
CREATE TRIGGER "PublishedEventText_search_insert" AFTER INSERT ON "PublishedEventText"
	REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refresh_search();
CREATE TRIGGER "PublishedEventText_search_update" AFTER UPDATE ON "PublishedEventText"
	REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refresh_search();

INSERT INTO "PublishedSearch" ("eventId", "ordinal", "title", "words")
	SELECT e."id", e."ordinal", '', '' FROM "PublishedEvent" e;
UPDATE "PublishedEventText" SET "title" = "title";

-- ------------------------------------------------------------ what changed in public
-- The lock makes the numbers grow in the order of the commits, so that a reader misses none.
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('PublishedChange'));
	IF TG_TABLE_NAME = 'PublishedEvent' THEN
		IF TG_OP <> 'INSERT' THEN INSERT INTO "PublishedChange" ("eventId") VALUES (OLD."id");
		ELSE INSERT INTO "PublishedChange" ("eventId") VALUES (NEW."id"); END IF;
	ELSE
		INSERT INTO "PublishedChange" ("eventId") VALUES (NEW."eventId");
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER "PublishedEvent_change" AFTER INSERT OR UPDATE OR DELETE ON "PublishedEvent"
	FOR EACH ROW EXECUTE FUNCTION note_change();
-- Where parts are written by themselves; publication writes the event too.
CREATE TRIGGER "PublishedOrganiser_change" AFTER UPDATE ON "PublishedOrganiser"
	FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER "PublishedEventText_change" AFTER UPDATE ON "PublishedEventText"
	FOR EACH ROW EXECUTE FUNCTION note_change();

-- ------------------------------------------------------------ indexes and checks
ALTER TABLE "MinuteOfSilence"
	ADD CONSTRAINT "MinuteOfSilence_time_form" CHECK (is_wall_time("time")),
	ADD CONSTRAINT "MinuteOfSilence_country_form" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "FormerEventAddress" ADD CONSTRAINT "FormerEventAddress_season_form" CHECK ("season" ~ '^([0-9]{4}|undated)$');
