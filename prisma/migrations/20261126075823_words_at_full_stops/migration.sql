-- "Washington, D.C." has the words D and C, as those who look for it have; PostgreSQL would take "d.c" for a host.
CREATE OR REPLACE FUNCTION search_words(language text, t text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS
$$ SELECT strip(to_tsvector('pg_catalog.simple', translate(fold_text(t), '.', ' '))
	|| to_tsvector(search_stems(language), translate(fold_text(t), '.', ' '))) $$;

UPDATE "PublishedEventText" SET "title" = "title";
