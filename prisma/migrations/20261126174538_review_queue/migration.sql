-- CreateEnum
CREATE TYPE "WaitingAs" AS ENUM ('important_change', 'new', 'small_change');

-- DropIndex
DROP INDEX "Event_state_country_submittedAt_idx";

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "waitingAs" "WaitingAs" NOT NULL DEFAULT 'new';

-- CreateTable
CREATE TABLE "ReviewNote" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReviewNote_eventId_createdAt_idx" ON "ReviewNote"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "Event_state_dueOn_waitingAs_submittedAt_idx" ON "Event"("state", "dueOn", "waitingAs", "submittedAt");

-- CreateIndex
CREATE INDEX "Event_state_country_idx" ON "Event"("state", "country");

-- CreateIndex
CREATE INDEX "Event_assigneeId_idx" ON "Event"("assigneeId");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits already is told apart as well as can be without reading it: a change of what is public counts as small.
UPDATE "Event" e SET
	"dueOn" = CASE WHEN COALESCE(r."endDate", r."startDate") >= CURRENT_DATE THEN r."startDate" END,
	"waitingAs" = CASE WHEN EXISTS (SELECT FROM "PublishedEvent" p WHERE p."id" = e."id")
		THEN 'small_change'::"WaitingAs" ELSE 'new'::"WaitingAs" END
FROM "EventRevision" r WHERE r."id" = e."latestRevisionId" AND e."submittedAt" IS NOT NULL;
