-- Where the clocks go back, an event may end at an earlier wall time than it began: from 02:45 (the first time) to 02:15 (the
-- second time). PublishedEvent_end_after_start compares the instants.
ALTER TABLE "EventRevision"
	DROP CONSTRAINT "EventRevision_submitted_is_whole",
	ADD CONSTRAINT "EventRevision_submitted_is_whole" CHECK ("submittedAt" IS NULL OR (
		"type" IS NOT NULL AND "timezone" IS NOT NULL AND "country" IS NOT NULL
		AND ("datePrecision" <> 'day' OR "startDate" IS NOT NULL)
		AND ("datePrecision" = 'day' OR ("startDate" IS NULL AND "startTime" IS NULL AND NOT "hasStartTime"))
		AND ("datePrecision" <> 'year' OR "year" IS NOT NULL)
		AND ("hasStartTime" = ("startTime" IS NOT NULL))
		AND ("endTime" IS NULL OR "startTime" IS NOT NULL)
		AND ("endDate" IS NULL OR "startDate" IS NULL OR "endDate" >= "startDate")
		AND ("endTime" IS NULL OR COALESCE("endDate", "startDate") > "startDate" OR "endTime" >= "startTime"
			OR COALESCE("endDisambiguation" = 'later', false))));
