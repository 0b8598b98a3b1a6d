-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "openingHours" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "PublishedEvent" ADD COLUMN     "openingHours" JSONB NOT NULL DEFAULT '{}';

-- Read and written only whole, as a programme is (decision record 0020).
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_opening_hours_are_object"
	CHECK (jsonb_typeof("openingHours") = 'object');
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_opening_hours_are_object"
	CHECK (jsonb_typeof("openingHours") = 'object');
