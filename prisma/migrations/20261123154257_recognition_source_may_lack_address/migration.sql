-- AlterTable
ALTER TABLE "Recognition" ALTER COLUMN "sourceUrl" DROP NOT NULL;
