-- CreateEnum
CREATE TYPE "CoOrganiserAnswer" AS ENUM ('accepted', 'declined');

-- CreateTable
CREATE TABLE "CoOrganiser" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "timesAsked" INTEGER NOT NULL DEFAULT 1,
    "timesDeclined" INTEGER NOT NULL DEFAULT 0,
    "answer" "CoOrganiserAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CoOrganiser_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CoOrganiser_organisationId_requestedAt_idx" ON "CoOrganiser"("organisationId", "requestedAt");

-- CreateIndex
CREATE INDEX "CoOrganiser_requestedById_idx" ON "CoOrganiser"("requestedById");

-- CreateIndex
CREATE INDEX "CoOrganiser_answeredById_idx" ON "CoOrganiser"("answeredById");

-- CreateIndex
CREATE UNIQUE INDEX "CoOrganiser_eventId_organisationId_key" ON "CoOrganiser"("eventId", "organisationId");

-- AddForeignKey
ALTER TABLE "CoOrganiser" ADD CONSTRAINT "CoOrganiser_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoOrganiser" ADD CONSTRAINT "CoOrganiser_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoOrganiser" ADD CONSTRAINT "CoOrganiser_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoOrganiser" ADD CONSTRAINT "CoOrganiser_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "CoOrganiser"
	ADD CONSTRAINT "CoOrganiser_answer_dated" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL)),
	ADD CONSTRAINT "CoOrganiser_counts" CHECK ("timesAsked" >= 0 AND "timesDeclined" BETWEEN 0 AND 2);

-- What was named until now was named by the archive and by the example events, and counts as accepted. Drafts of a
-- repeated event ask anew, at their next save.
INSERT INTO "CoOrganiser" ("id", "eventId", "organisationId", "requestedAt", "timesAsked", "answer", "answeredAt")
	SELECT gen_random_uuid(), named."eventId", named."organisationId", named."createdAt", 0, 'accepted', named."createdAt"
	FROM (
		SELECT e."id" AS "eventId", o."organisationId", min(e."createdAt") AS "createdAt"
		FROM "Event" e
		LEFT JOIN "PublishedEvent" p ON p."id" = e."id"
		JOIN "RevisionOrganiser" o ON o."revisionId" IN (e."latestRevisionId", p."revisionId")
		WHERE o."organisationId" <> e."organisationId" AND (p."id" IS NOT NULL OR e."repeatsId" IS NULL)
		GROUP BY e."id", o."organisationId"
	) AS named;

-- The public reads of no organisation that holds another one's event without having accepted. Judged at the end of the
-- transaction, since the two rows are written one after the other.
CREATE FUNCTION require_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE about record;
BEGIN
	IF TG_OP = 'DELETE' THEN about := OLD; ELSE about := NEW; END IF;
	IF EXISTS (SELECT 1 FROM "PublishedOrganiser" o JOIN "Event" e ON e."id" = o."eventId"
			WHERE o."eventId" = about."eventId" AND o."organisationId" = about."organisationId"
				AND e."organisationId" <> o."organisationId")
		AND NOT EXISTS (SELECT 1 FROM "CoOrganiser" c
			WHERE c."eventId" = about."eventId" AND c."organisationId" = about."organisationId"
				AND c."answer" = 'accepted' AND c."withdrawnAt" IS NULL) THEN
		RAISE EXCEPTION 'organisation % has not accepted to hold event %', about."organisationId", about."eventId"
			USING ERRCODE = 'check_violation';
	END IF;
	RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "PublishedOrganiser_accepted" AFTER INSERT OR UPDATE ON "PublishedOrganiser"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_acceptance();
CREATE CONSTRAINT TRIGGER "CoOrganiser_accepted" AFTER UPDATE OR DELETE ON "CoOrganiser"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_acceptance();
