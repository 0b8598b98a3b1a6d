-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('urgent', 'late');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "heldReason" TEXT;

-- CreateTable
CREATE TABLE "ReviewerNotice" (
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewerNotice_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "UrgentSubmission" (
    "userId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UrgentSubmission_pkey" PRIMARY KEY ("userId","eventId")
);

-- CreateIndex
CREATE INDEX "UrgentSubmission_eventId_idx" ON "UrgentSubmission"("eventId");

-- CreateIndex
CREATE INDEX "UrgentSubmission_at_idx" ON "UrgentSubmission"("at");

-- AddForeignKey
ALTER TABLE "ReviewerNotice" ADD CONSTRAINT "ReviewerNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UrgentSubmission" ADD CONSTRAINT "UrgentSubmission_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UrgentSubmission" ADD CONSTRAINT "UrgentSubmission_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
