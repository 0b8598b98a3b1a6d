-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('wrong_facts', 'cancelled', 'not_organiser', 'hatred', 'private_data', 'graphic', 'spam', 'other');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('corrected', 'asked', 'hidden', 'kept', 'unclear');

-- CreateTable
CREATE TABLE "ReportCase" (
    "id" UUID NOT NULL,
    "eventId" UUID,
    "organisationId" UUID,
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "assigneeId" UUID,
    "lookedAt" TIMESTAMPTZ(3),
    "outcome" "ReportOutcome",
    "reason" TEXT,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "email" CITEXT,
    "locale" TEXT NOT NULL,
    "isSuspect" BOOLEAN NOT NULL DEFAULT false,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TakeDown" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "recapVersionId" UUID,
    "actorId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "isRestored" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TakeDown_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportCase_eventId_idx" ON "ReportCase"("eventId");

-- CreateIndex
CREATE INDEX "ReportCase_organisationId_idx" ON "ReportCase"("organisationId");

-- CreateIndex
CREATE INDEX "ReportCase_assigneeId_idx" ON "ReportCase"("assigneeId");

-- CreateIndex
CREATE INDEX "ReportCase_closedAt_isUrgent_openedAt_idx" ON "ReportCase"("closedAt", "isUrgent", "openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_formKey_key" ON "Report"("formKey");

-- CreateIndex
CREATE UNIQUE INDEX "Report_reference_key" ON "Report"("reference");

-- CreateIndex
CREATE INDEX "Report_caseId_createdAt_idx" ON "Report"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "TakeDown_eventId_createdAt_idx" ON "TakeDown"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "TakeDown_actorId_idx" ON "TakeDown"("actorId");

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReportCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TakeDown" ADD CONSTRAINT "TakeDown_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TakeDown" ADD CONSTRAINT "TakeDown_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case is of one event or of one organisation, of each one at most is open, and a closed one says what was done.
ALTER TABLE "ReportCase"
	ADD CONSTRAINT "ReportCase_subject" CHECK (num_nonnulls("eventId", "organisationId") = 1),
	ADD CONSTRAINT "ReportCase_closed_with_outcome" CHECK (("closedAt" IS NULL) = ("outcome" IS NULL));
CREATE UNIQUE INDEX "ReportCase_open_of_event" ON "ReportCase" ("eventId") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "ReportCase_open_of_organisation" ON "ReportCase" ("organisationId") WHERE "closedAt" IS NULL;

ALTER TABLE "TakeDown"
	ADD CONSTRAINT "TakeDown_reason_given" CHECK (length(btrim("reason")) > 0),
	ADD CONSTRAINT "TakeDown_restored_is_over" CHECK ("endedAt" IS NOT NULL OR NOT "isRestored");
CREATE UNIQUE INDEX "TakeDown_one_at_a_time" ON "TakeDown" ("eventId") WHERE "endedAt" IS NULL;
