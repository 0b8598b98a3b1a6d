-- AlterTable
ALTER TABLE "EventText" ADD COLUMN     "changedIn" INTEGER NOT NULL DEFAULT 1;
