-- Arabic is read the same without its vowel signs (U+064B to U+065F, U+0670) and the stroke that stretches a word
-- (U+0640): most people type neither. lib/calendar/search drops them too, so that no question folds to nothing.
CREATE OR REPLACE FUNCTION fold_text(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(t, 'əƏıİ'
	|| U&'\0640\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655\0656\0657\0658\0659\065A\065B\065C\065D\065E\065F\0670',
	'eEiI'))) $$;

-- Only the words of texts that have such a sign are made anew.
UPDATE "PublishedEventText" SET "title" = "title"
WHERE concat_ws(' ', "title", COALESCE("plainText", "description"), "keywords") ~ U&'[\0640\064B-\065F\0670]';

-- Search leaves out unlisted events, which are few.
CREATE INDEX "PublishedEvent_unlisted" ON "PublishedEvent" ("id") WHERE "visibility" <> 'public';
