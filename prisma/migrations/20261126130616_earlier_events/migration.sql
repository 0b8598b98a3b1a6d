-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "repeatsId" UUID;

-- CreateIndex
CREATE INDEX "Event_repeatsId_idx" ON "Event"("repeatsId");

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_repeatsId_fkey" FOREIGN KEY ("repeatsId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;
