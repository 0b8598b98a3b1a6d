-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "dissolvedOn" DATE;

ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_dissolved_is_closed"
	CHECK ("dissolvedOn" IS NULL OR "closedAt" IS NOT NULL);
