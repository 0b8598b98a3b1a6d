-- AlterTable
ALTER TABLE "PublishedEvent" ADD COLUMN     "liveUntilUtc" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PublishedEventText" ADD COLUMN     "plainText" TEXT;

UPDATE "PublishedEvent" SET "liveUntilUtc" = COALESCE("endsAtUtc", "startsAtUtc" + interval '1 day')
	WHERE "startsAtUtc" IS NOT NULL;
UPDATE "PublishedEvent" SET "liveUntilUtc" = (COALESCE("endDate", "startDate") + 1)::timestamp AT TIME ZONE "timezone"
	WHERE "startsAtUtc" IS NOT NULL AND "endsAtUtc" IS NULL AND "timezone" IN (SELECT name FROM pg_timezone_names);
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_live_until"
	CHECK (("liveUntilUtc" IS NULL) = ("startsAtUtc" IS NULL) AND "liveUntilUtc" >= "startsAtUtc");

CREATE OR REPLACE FUNCTION refresh_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "PublishedSearch" ("eventId", "ordinal", "title", "words")
	SELECT e."id", e."ordinal", v.title, strip(v.title || v.rest) FROM "PublishedEvent" e
	JOIN (SELECT t."eventId",
			strip(tsvector_union(search_words(t."locale", t."title"))) AS title,
			strip(tsvector_union(search_words(t."locale", COALESCE(t."plainText", t."description")) || search_words('', t."keywords"))) AS rest
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
