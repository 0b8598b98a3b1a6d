-- AlterTable
ALTER TABLE "RecapDecision" ADD COLUMN     "replacedId" UUID,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "undoneById" UUID,
ADD COLUMN     "undoneReason" TEXT;

-- CreateIndex
CREATE INDEX "RecapDecision_undoneById_idx" ON "RecapDecision"("undoneById");

-- AddForeignKey
ALTER TABLE "RecapDecision" ADD CONSTRAINT "RecapDecision_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
