-- An UPDATE could move a text, a venue or a co-organiser away from a submitted revision, since only the revision that it
-- came to was looked at. Both are looked at now.
CREATE OR REPLACE FUNCTION refuse_change_of_submitted_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE revisions uuid[];
BEGIN
	IF TG_OP = 'INSERT' THEN revisions := ARRAY[NEW."revisionId"];
	ELSIF TG_OP = 'DELETE' THEN revisions := ARRAY[OLD."revisionId"];
	ELSE revisions := ARRAY[OLD."revisionId", NEW."revisionId"];
	END IF;
	IF EXISTS (SELECT 1 FROM "EventRevision" WHERE "id" = ANY (revisions) AND "submittedAt" IS NOT NULL) THEN
		RAISE EXCEPTION 'a revision of % was submitted and cannot change', revisions USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;

-- Nor does a submitted revision go alone: only together with its event (the cascade finds the event gone already).
CREATE FUNCTION refuse_loss_of_submitted_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."submittedAt" IS NOT NULL AND EXISTS (SELECT 1 FROM "Event" WHERE "id" = OLD."eventId") THEN
		RAISE EXCEPTION 'revision % was submitted and cannot change', OLD."id" USING ERRCODE = 'check_violation';
	END IF;
	RETURN OLD;
END $$;
CREATE TRIGGER "EventRevision_kept" BEFORE DELETE ON "EventRevision"
	FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_submitted_revision();
