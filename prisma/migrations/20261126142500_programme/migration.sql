-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "programme" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "PublishedEvent" ADD COLUMN     "programme" JSONB NOT NULL DEFAULT '[]';

-- Read and written only whole (decision record 0020). A version that is only called off is compared by all columns of
-- its revision, so by this one too.
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_programme_is_list"
	CHECK (jsonb_typeof("programme") = 'array' AND jsonb_array_length("programme") <= 30);
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_programme_is_list"
	CHECK (jsonb_typeof("programme") = 'array' AND jsonb_array_length("programme") <= 30);
