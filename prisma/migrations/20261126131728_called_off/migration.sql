-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "isCallOff" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "EventText" ADD COLUMN     "statusReason" TEXT;

-- AlterTable
ALTER TABLE "PublishedEventText" ADD COLUMN     "statusReason" TEXT;

-- What is published was approved, or says only that an approved event is off: its organiser publishes that at once
-- (decision record 0019), and can put nothing else before the public that way.
CREATE FUNCTION says_otherwise_only_that_it_is_off(newer uuid, older uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (
		SELECT 1 FROM "EventRevision" n JOIN "EventRevision" o ON o."id" = older AND o."eventId" = n."eventId"
		WHERE n."id" = newer AND n."isCallOff" AND n."status" IN ('cancelled', 'postponed')
			AND to_jsonb(n) - stamps.names = to_jsonb(o) - stamps.names
	) AND (SELECT jsonb_agg(to_jsonb(t) - 'revisionId' - 'statusReason' ORDER BY t."locale") FROM "EventText" t WHERE t."revisionId" = newer)
		IS NOT DISTINCT FROM
		(SELECT jsonb_agg(to_jsonb(t) - 'revisionId' - 'statusReason' ORDER BY t."locale") FROM "EventText" t WHERE t."revisionId" = older)
	AND (SELECT to_jsonb(v) - 'revisionId' FROM "Venue" v WHERE v."revisionId" = newer)
		IS NOT DISTINCT FROM (SELECT to_jsonb(v) - 'revisionId' FROM "Venue" v WHERE v."revisionId" = older)
	AND (SELECT jsonb_agg(to_jsonb(r) - 'revisionId' ORDER BY r."organisationId") FROM "RevisionOrganiser" r WHERE r."revisionId" = newer)
		IS NOT DISTINCT FROM
		(SELECT jsonb_agg(to_jsonb(r) - 'revisionId' ORDER BY r."organisationId") FROM "RevisionOrganiser" r WHERE r."revisionId" = older)
	FROM (VALUES (ARRAY['id', 'number', 'authorId', 'submittedAt', 'isCallOff', 'version', 'createdAt', 'updatedAt',
		'status', 'statusReason'])) AS stamps (names)
$$;

CREATE OR REPLACE FUNCTION require_approved_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE standing uuid;
BEGIN
	IF EXISTS (SELECT 1 FROM "Decision" d
		WHERE d."revisionId" = NEW."revisionId" AND d."eventId" = NEW."id" AND d."kind" = 'approve') THEN
		RETURN NEW;
	END IF;
	-- Not OLD: an upsert comes as an INSERT first.
	SELECT "revisionId" INTO standing FROM "PublishedEvent" WHERE "id" = NEW."id";
	IF standing IS NULL OR (NEW."revisionId" <> standing AND NOT says_otherwise_only_that_it_is_off(NEW."revisionId", standing)) THEN
		RAISE EXCEPTION 'revision % of event % has no approval', NEW."revisionId", NEW."id" USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
