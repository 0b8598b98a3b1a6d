-- What a mistyped word may have meant is a word that people read, not a stem.
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
	SELECT DISTINCT word FROM "PublishedEventText" t, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple',
		fold_text(concat_ws(' ', t."title", COALESCE(t."plainText", t."description"), t."keywords"))))) word
	WHERE t."eventId" IN (SELECT "eventId" FROM written) AND length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
	ORDER BY word ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;

TRUNCATE "SearchWord";
UPDATE "PublishedEventText" SET "title" = "title";
