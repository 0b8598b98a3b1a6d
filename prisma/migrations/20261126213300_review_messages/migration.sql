-- CreateTable
CREATE TABLE "ReviewMessage" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "isReviewer" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReviewMessage_eventId_createdAt_idx" ON "ReviewMessage"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewMessage_authorId_idx" ON "ReviewMessage"("authorId");

-- AddForeignKey
ALTER TABLE "ReviewMessage" ADD CONSTRAINT "ReviewMessage_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewMessage" ADD CONSTRAINT "ReviewMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits to be read by reviewers.
CREATE INDEX "ReviewMessage_unread" ON "ReviewMessage" ("eventId") WHERE NOT "isReviewer" AND "readAt" IS NULL;

ALTER TABLE "ReviewMessage" ADD CONSTRAINT "ReviewMessage_text" CHECK (length("text") BETWEEN 1 AND 2000);
