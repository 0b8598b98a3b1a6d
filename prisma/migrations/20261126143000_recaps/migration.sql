-- CreateEnum
CREATE TYPE "RecapNoticeKind" AS ENUM ('asked', 'reminded');

-- CreateTable
CREATE TABLE "Recap" (
    "eventId" UUID NOT NULL,
    "state" "EventState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "latestId" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recap_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "RecapVersion" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "attendanceMin" INTEGER,
    "attendanceMax" INTEGER,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecapVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecapPicture" (
    "versionId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "credit" TEXT NOT NULL,
    "alt" JSONB NOT NULL,
    "consentById" UUID NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecapPicture_pkey" PRIMARY KEY ("versionId","mediaId")
);

-- CreateTable
CREATE TABLE "RecapDecision" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT,
    "isByTrust" BOOLEAN NOT NULL DEFAULT false,
    "isSampled" BOOLEAN NOT NULL DEFAULT false,
    "lookedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecapDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecapNotice" (
    "eventId" UUID NOT NULL,
    "kind" "RecapNoticeKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecapNotice_pkey" PRIMARY KEY ("eventId","kind")
);

-- CreateTable
CREATE TABLE "PublishedRecap" (
    "eventId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "attendanceMin" INTEGER,
    "attendanceMax" INTEGER,
    "content" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedRecap_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "PublishedRecapPicture" (
    "eventId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,

    CONSTRAINT "PublishedRecapPicture_pkey" PRIMARY KEY ("eventId","mediaId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Recap_latestId_key" ON "Recap"("latestId");
CREATE INDEX "Recap_state_submittedAt_idx" ON "Recap"("state", "submittedAt");
CREATE INDEX "RecapVersion_authorId_idx" ON "RecapVersion"("authorId");
CREATE UNIQUE INDEX "RecapVersion_eventId_number_key" ON "RecapVersion"("eventId", "number");
CREATE UNIQUE INDEX "RecapPicture_versionId_position_key" ON "RecapPicture"("versionId", "position");
CREATE INDEX "RecapPicture_mediaId_idx" ON "RecapPicture"("mediaId");
CREATE INDEX "RecapPicture_consentById_idx" ON "RecapPicture"("consentById");
CREATE UNIQUE INDEX "RecapDecision_versionId_key" ON "RecapDecision"("versionId");
CREATE INDEX "RecapDecision_eventId_createdAt_idx" ON "RecapDecision"("eventId", "createdAt");
CREATE INDEX "RecapDecision_actorId_idx" ON "RecapDecision"("actorId");
CREATE INDEX "RecapNotice_kind_at_idx" ON "RecapNotice"("kind", "at");
CREATE UNIQUE INDEX "PublishedRecap_versionId_key" ON "PublishedRecap"("versionId");
CREATE INDEX "PublishedRecapPicture_mediaId_idx" ON "PublishedRecapPicture"("mediaId");

-- AddForeignKey
ALTER TABLE "Recap" ADD CONSTRAINT "Recap_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Recap" ADD CONSTRAINT "Recap_latestId_fkey" FOREIGN KEY ("latestId") REFERENCES "RecapVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RecapVersion" ADD CONSTRAINT "RecapVersion_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Recap"("eventId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecapVersion" ADD CONSTRAINT "RecapVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecapPicture" ADD CONSTRAINT "RecapPicture_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RecapVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecapPicture" ADD CONSTRAINT "RecapPicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecapPicture" ADD CONSTRAINT "RecapPicture_consentById_fkey" FOREIGN KEY ("consentById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecapDecision" ADD CONSTRAINT "RecapDecision_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Recap"("eventId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecapDecision" ADD CONSTRAINT "RecapDecision_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RecapVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecapDecision" ADD CONSTRAINT "RecapDecision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RecapNotice" ADD CONSTRAINT "RecapNotice_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PublishedRecap" ADD CONSTRAINT "PublishedRecap_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PublishedRecap" ADD CONSTRAINT "PublishedRecap_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RecapVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PublishedRecapPicture" ADD CONSTRAINT "PublishedRecapPicture_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedRecap"("eventId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PublishedRecapPicture" ADD CONSTRAINT "PublishedRecapPicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------ what must always hold
ALTER TABLE "RecapVersion"
	ADD CONSTRAINT "RecapVersion_number_positive" CHECK ("number" > 0),
	ADD CONSTRAINT "RecapVersion_attendance" CHECK (("attendanceMin" IS NULL) = ("attendanceMax" IS NULL)
		AND "attendanceMin" >= 0 AND "attendanceMax" >= "attendanceMin");
ALTER TABLE "PublishedRecap"
	ADD CONSTRAINT "PublishedRecap_attendance" CHECK (("attendanceMin" IS NULL) = ("attendanceMax" IS NULL)
		AND "attendanceMin" >= 0 AND "attendanceMax" >= "attendanceMin");
ALTER TABLE "RecapPicture"
	ADD CONSTRAINT "RecapPicture_five_at_most" CHECK ("position" BETWEEN 0 AND 4),
	ADD CONSTRAINT "RecapPicture_credit_given" CHECK (length(btrim("credit")) > 0);
ALTER TABLE "RecapDecision" ADD CONSTRAINT "RecapDecision_reason_given"
	CHECK ("kind" = 'approve' OR length(btrim(COALESCE("reason", ''))) > 0);

-- A submitted version does not change, nor do its pictures; it goes only together with its recap.
CREATE FUNCTION refuse_change_of_submitted_recap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."submittedAt" IS NOT NULL AND (TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "Recap" WHERE "eventId" = OLD."eventId")) THEN
		RAISE EXCEPTION 'version % of a recap was submitted and cannot change', OLD."id" USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "RecapVersion_immutable" BEFORE UPDATE OR DELETE ON "RecapVersion"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_recap();

CREATE FUNCTION refuse_change_of_submitted_recap_picture() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE versions uuid[];
BEGIN
	IF TG_OP = 'INSERT' THEN versions := ARRAY[NEW."versionId"];
	ELSIF TG_OP = 'DELETE' THEN versions := ARRAY[OLD."versionId"];
	ELSE versions := ARRAY[OLD."versionId", NEW."versionId"];
	END IF;
	IF EXISTS (SELECT 1 FROM "RecapVersion" WHERE "id" = ANY (versions) AND "submittedAt" IS NOT NULL) THEN
		RAISE EXCEPTION 'a version of a recap was submitted and cannot change' USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "RecapPicture_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "RecapPicture"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_recap_picture();

-- Only an approved version is published.
CREATE FUNCTION require_approved_recap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM "RecapDecision" d
		WHERE d."versionId" = NEW."versionId" AND d."eventId" = NEW."eventId" AND d."kind" = 'approve') THEN
		RAISE EXCEPTION 'version % of the recap of event % has no approval', NEW."versionId", NEW."eventId" USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "PublishedRecap_is_approved" BEFORE INSERT OR UPDATE ON "PublishedRecap"
	FOR EACH ROW EXECUTE FUNCTION require_approved_recap();
