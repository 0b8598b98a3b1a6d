-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "replacedId" UUID,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "undoneById" UUID,
ADD COLUMN     "undoneReason" TEXT;

-- CreateIndex
CREATE INDEX "Decision_actorId_idx" ON "Decision"("actorId");

-- CreateIndex
CREATE INDEX "Decision_undoneById_idx" ON "Decision"("undoneById");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
