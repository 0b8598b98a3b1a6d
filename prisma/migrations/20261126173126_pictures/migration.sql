-- CreateTable
CREATE TABLE "RevisionPicture" (
    "revisionId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "credit" TEXT NOT NULL DEFAULT '',
    "licence" TEXT,
    "alt" JSONB NOT NULL DEFAULT '{}',
    "focusX" DOUBLE PRECISION,
    "focusY" DOUBLE PRECISION,

    CONSTRAINT "RevisionPicture_pkey" PRIMARY KEY ("revisionId","mediaId")
);

-- CreateTable
CREATE TABLE "PublishedPicture" (
    "eventId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "credit" TEXT NOT NULL,
    "licence" TEXT,
    "alt" JSONB NOT NULL,
    "focusX" DOUBLE PRECISION,
    "focusY" DOUBLE PRECISION,

    CONSTRAINT "PublishedPicture_pkey" PRIMARY KEY ("eventId","mediaId")
);

-- ------------------------------------------------------------ the one picture that there was becomes the first
-- Before the triggers: of submitted revisions too.
INSERT INTO "RevisionPicture" ("revisionId", "mediaId", "position", "credit", "alt")
	SELECT r."id", r."pictureId", 0, COALESCE(r."pictureCredit", ''), COALESCE(
		(SELECT jsonb_object_agg(t."locale", t."pictureAlt") FROM "EventText" t
			WHERE t."revisionId" = r."id" AND t."pictureAlt" <> ''), '{}')
	FROM "EventRevision" r WHERE r."pictureId" IS NOT NULL;
INSERT INTO "PublishedPicture" ("eventId", "mediaId", "position", "credit", "alt")
	SELECT e."id", e."pictureId", 0, COALESCE(e."pictureCredit", ''), COALESCE(
		(SELECT jsonb_object_agg(t."locale", t."pictureAlt") FROM "PublishedEventText" t
			WHERE t."eventId" = e."id" AND t."pictureAlt" <> ''), '{}')
	FROM "PublishedEvent" e WHERE e."pictureId" IS NOT NULL;

-- DropForeignKey
ALTER TABLE "EventRevision" DROP CONSTRAINT "EventRevision_pictureId_fkey";

-- DropForeignKey
ALTER TABLE "PublishedEvent" DROP CONSTRAINT "PublishedEvent_pictureId_fkey";

-- DropIndex
DROP INDEX "EventRevision_pictureId_idx";

-- DropIndex
DROP INDEX "PublishedEvent_pictureId_idx";

-- AlterTable
ALTER TABLE "EventRevision" DROP COLUMN "pictureCredit",
DROP COLUMN "pictureId";

-- AlterTable
ALTER TABLE "EventText" DROP COLUMN "pictureAlt";

-- AlterTable
ALTER TABLE "PublishedEvent" DROP COLUMN "pictureCredit",
DROP COLUMN "pictureId";

-- AlterTable
ALTER TABLE "PublishedEventText" DROP COLUMN "pictureAlt";

-- CreateIndex
CREATE INDEX "RevisionPicture_mediaId_idx" ON "RevisionPicture"("mediaId");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionPicture_revisionId_position_key" ON "RevisionPicture"("revisionId", "position");

-- CreateIndex
CREATE INDEX "PublishedPicture_mediaId_idx" ON "PublishedPicture"("mediaId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedPicture_eventId_position_key" ON "PublishedPicture"("eventId", "position");

-- AddForeignKey
ALTER TABLE "RevisionPicture" ADD CONSTRAINT "RevisionPicture_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionPicture" ADD CONSTRAINT "RevisionPicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedPicture" ADD CONSTRAINT "PublishedPicture_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedPicture" ADD CONSTRAINT "PublishedPicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------ what must always hold
ALTER TABLE "RevisionPicture"
	ADD CONSTRAINT "RevisionPicture_ten_at_most" CHECK ("position" BETWEEN 0 AND 9),
	ADD CONSTRAINT "RevisionPicture_licence_known" CHECK ("licence" IN
		('own-work', 'with-permission', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-SA-3.0')),
	ADD CONSTRAINT "RevisionPicture_alt_by_language" CHECK (jsonb_typeof("alt") = 'object'),
	ADD CONSTRAINT "RevisionPicture_focus_inside" CHECK (("focusX" IS NULL) = ("focusY" IS NULL)
		AND "focusX" BETWEEN 0 AND 1 AND "focusY" BETWEEN 0 AND 1);
ALTER TABLE "PublishedPicture"
	ADD CONSTRAINT "PublishedPicture_ten_at_most" CHECK ("position" BETWEEN 0 AND 9),
	ADD CONSTRAINT "PublishedPicture_licence_known" CHECK ("licence" IN
		('own-work', 'with-permission', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-SA-3.0')),
	ADD CONSTRAINT "PublishedPicture_alt_by_language" CHECK (jsonb_typeof("alt") = 'object'),
	ADD CONSTRAINT "PublishedPicture_focus_inside" CHECK (("focusX" IS NULL) = ("focusY" IS NULL)
		AND "focusX" BETWEEN 0 AND 1 AND "focusY" BETWEEN 0 AND 1);

CREATE TRIGGER "RevisionPicture_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "RevisionPicture"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_part();

-- Public is only a picture of the very revision that is published, as that revision has it.
CREATE FUNCTION require_picture_of_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM "PublishedEvent" e JOIN "RevisionPicture" p ON p."revisionId" = e."revisionId"
		WHERE e."id" = NEW."eventId" AND to_jsonb(p) - 'revisionId' = to_jsonb(NEW) - 'eventId') THEN
		RAISE EXCEPTION 'picture % is not one of the published revision of event %', NEW."mediaId", NEW."eventId"
			USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "PublishedPicture_is_approved" BEFORE INSERT OR UPDATE ON "PublishedPicture"
	FOR EACH ROW EXECUTE FUNCTION require_picture_of_published_revision();

-- A version that is only called off has the pictures of the public one, too.
CREATE OR REPLACE FUNCTION says_otherwise_only_that_it_is_off(newer uuid, older uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
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
	AND (SELECT jsonb_agg(to_jsonb(p) - 'revisionId' ORDER BY p."position") FROM "RevisionPicture" p WHERE p."revisionId" = newer)
		IS NOT DISTINCT FROM
		(SELECT jsonb_agg(to_jsonb(p) - 'revisionId' ORDER BY p."position") FROM "RevisionPicture" p WHERE p."revisionId" = older)
	FROM (VALUES (ARRAY['id', 'number', 'authorId', 'submittedAt', 'isCallOff', 'version', 'createdAt', 'updatedAt',
		'status', 'statusReason'])) AS stamps (names)
$$;
