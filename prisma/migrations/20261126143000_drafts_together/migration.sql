-- CreateTable
CREATE TABLE "DraftSave" (
    "revisionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "savedById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "DraftSave_pkey" PRIMARY KEY ("revisionId","version")
);

-- CreateTable
CREATE TABLE "DraftReader" (
    "eventId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftReader_pkey" PRIMARY KEY ("eventId","userId")
);

-- CreateIndex
CREATE INDEX "DraftSave_savedById_idx" ON "DraftSave"("savedById");

-- CreateIndex
CREATE INDEX "DraftSave_at_idx" ON "DraftSave"("at");

-- CreateIndex
CREATE INDEX "DraftReader_userId_idx" ON "DraftReader"("userId");

-- CreateIndex
CREATE INDEX "DraftReader_seenAt_idx" ON "DraftReader"("seenAt");

-- AddForeignKey
ALTER TABLE "DraftSave" ADD CONSTRAINT "DraftSave_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftSave" ADD CONSTRAINT "DraftSave_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftReader" ADD CONSTRAINT "DraftReader_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftReader" ADD CONSTRAINT "DraftReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
