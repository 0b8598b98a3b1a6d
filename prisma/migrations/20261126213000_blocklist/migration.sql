-- CreateEnum
CREATE TYPE "BlockKind" AS ENUM ('word', 'link_domain', 'address', 'mail_domain');

-- CreateTable
CREATE TABLE "Block" (
    "id" UUID NOT NULL,
    "kind" "BlockKind" NOT NULL,
    "value" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Block_addedById_idx" ON "Block"("addedById");

-- CreateIndex
CREATE UNIQUE INDEX "Block_kind_key_key" ON "Block"("kind", "key");

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
