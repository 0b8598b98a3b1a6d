-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "superEventId" UUID;

-- AlterTable
ALTER TABLE "PublishedEvent" ADD COLUMN     "superEventId" UUID;

-- CreateIndex
CREATE INDEX "EventRevision_superEventId_idx" ON "EventRevision"("superEventId");

-- CreateIndex
CREATE INDEX "PublishedEvent_superEventId_idx" ON "PublishedEvent"("superEventId");

-- AddForeignKey
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_superEventId_fkey" FOREIGN KEY ("superEventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_superEventId_fkey" FOREIGN KEY ("superEventId") REFERENCES "PublishedEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ------------------------------------------------------------ an event may be part of another one (decision record 0029)
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_not_part_of_itself" CHECK ("superEventId" <> "eventId");
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_not_part_of_itself" CHECK ("superEventId" <> "id");

-- Year of the 26 February nearest to its start (lib/time/season); null while nothing is known.
CREATE FUNCTION season_of(revision "EventRevision") RETURNS integer LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN revision."datePrecision" = 'day' AND revision."startDate" IS NOT NULL THEN y + CASE
			WHEN make_date(y + 1, 2, 26) - revision."startDate" < abs(revision."startDate" - make_date(y, 2, 26)) THEN 1 ELSE 0 END
		WHEN revision."datePrecision" = 'year' THEN revision."year"
	END
	FROM (SELECT extract(year FROM revision."startDate")::integer AS y) AS start
$$;

-- The two versions of an event that count: the one its organiser works on, and the public one.
CREATE FUNCTION standing_revisions(event uuid) RETURNS SETOF "EventRevision" LANGUAGE sql STABLE AS $$
	SELECT r.* FROM "EventRevision" r JOIN "Event" e ON e."id" = r."eventId"
	WHERE e."id" = event AND (r."id" = e."latestRevisionId"
		OR r."id" = (SELECT p."revisionId" FROM "PublishedEvent" p WHERE p."id" = event))
$$;

-- One's own event, or one of which one's organisation has accepted to be an organiser.
CREATE FUNCTION may_be_part_of(part uuid, whole uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (SELECT 1 FROM "Event" p JOIN "Event" w ON w."id" = whole
		WHERE p."id" = part AND (p."organisationId" = w."organisationId" OR EXISTS (SELECT 1 FROM "CoOrganiser" c
			WHERE c."eventId" = w."id" AND c."organisationId" = p."organisationId"
				AND c."answer" = 'accepted' AND c."withdrawnAt" IS NULL)))
$$;

-- What is a part has no parts, what has parts is none; a link that stood before is carried on by copies as it is.
CREATE FUNCTION require_possible_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."superEventId" IS NULL OR (TG_OP = 'UPDATE' AND NEW."superEventId" IS NOT DISTINCT FROM OLD."superEventId") THEN
		RETURN NEW;
	END IF;
	-- Whoever makes a part of that event at the same moment holds its row.
	PERFORM 1 FROM "Event" WHERE "id" = NEW."superEventId" FOR SHARE;
	IF EXISTS (SELECT 1 FROM standing_revisions(NEW."eventId") r WHERE r."superEventId" = NEW."superEventId") THEN
		RETURN NEW;
	END IF;
	IF EXISTS (SELECT 1 FROM standing_revisions(NEW."superEventId") r WHERE r."superEventId" IS NOT NULL)
		OR EXISTS (SELECT 1 FROM "EventRevision" part
			WHERE part."superEventId" = NEW."eventId"
				AND EXISTS (SELECT 1 FROM standing_revisions(part."eventId") r WHERE r."id" = part."id"))
		OR NOT may_be_part_of(NEW."eventId", NEW."superEventId") THEN
		RAISE EXCEPTION 'event % cannot be part of event %', NEW."eventId", NEW."superEventId" USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "EventRevision_possible_whole" BEFORE INSERT OR UPDATE OF "superEventId" ON "EventRevision"
	FOR EACH ROW EXECUTE FUNCTION require_possible_whole();

-- Submitted as a part of what is of the same season. One that is only called off says what the public one says.
CREATE FUNCTION require_season_of_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM standing_revisions(NEW."superEventId") r
		WHERE season_of(r) IS NOT DISTINCT FROM season_of(NEW)) THEN
		RAISE EXCEPTION 'event % is of another season than event %', NEW."eventId", NEW."superEventId"
			USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "EventRevision_season_of_whole" BEFORE UPDATE OF "submittedAt" ON "EventRevision"
	FOR EACH ROW WHEN (OLD."submittedAt" IS NULL AND NEW."submittedAt" IS NOT NULL AND NEW."superEventId" IS NOT NULL
		AND NOT NEW."isCallOff")
	EXECUTE FUNCTION require_season_of_whole();

-- The public link is that of the approved revision, to a listed event of the same season which is itself no part and
-- whose organisers include the part's. Judged at the end of the transaction, since the two rows are written one after the other.
CREATE FUNCTION require_true_parts(about uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "PublishedEvent" p
		JOIN "EventRevision" r ON r."id" = p."revisionId"
		JOIN "PublishedEvent" w ON w."id" = p."superEventId"
		WHERE (p."id" = about OR p."superEventId" = about)
			AND (r."superEventId" IS DISTINCT FROM w."id" OR w."season" IS DISTINCT FROM p."season"
				OR w."visibility" <> 'public' OR w."superEventId" IS NOT NULL OR NOT may_be_part_of(p."id", w."id"))) THEN
		RAISE EXCEPTION 'event % is not what its parts, or it as a part, should belong to', about USING ERRCODE = 'check_violation';
	END IF;
END $$;
CREATE FUNCTION require_true_parts_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM require_true_parts(NEW."id");
	RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "PublishedEvent_true_part" AFTER INSERT ON "PublishedEvent"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."superEventId" IS NOT NULL)
	EXECUTE FUNCTION require_true_parts_of_row();
CREATE CONSTRAINT TRIGGER "PublishedEvent_true_parts" AFTER UPDATE ON "PublishedEvent"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."season" IS DISTINCT FROM NEW."season"
		OR OLD."visibility" IS DISTINCT FROM NEW."visibility" OR OLD."superEventId" IS DISTINCT FROM NEW."superEventId"
		OR OLD."revisionId" IS DISTINCT FROM NEW."revisionId")
	EXECUTE FUNCTION require_true_parts_of_row();

CREATE FUNCTION require_true_parts_of_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM require_true_parts(OLD."eventId");
	RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "CoOrganiser_true_parts" AFTER UPDATE OR DELETE ON "CoOrganiser"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."answer" = 'accepted')
	EXECUTE FUNCTION require_true_parts_of_partner();

-- A submitted version does not change, but for a link to an event that was deleted.
CREATE OR REPLACE FUNCTION refuse_change_of_submitted_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."submittedAt" IS NULL THEN RETURN NEW; END IF;
	IF OLD."superEventId" IS NOT NULL AND NEW."superEventId" IS NULL
		AND to_jsonb(NEW) - 'superEventId' = to_jsonb(OLD) - 'superEventId'
		AND NOT EXISTS (SELECT 1 FROM "Event" WHERE "id" = OLD."superEventId") THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'revision % was submitted and cannot change', OLD."id" USING ERRCODE = 'check_violation';
END $$;
