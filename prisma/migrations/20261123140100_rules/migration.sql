-- What must always hold, whoever writes: checks, immutability, the audit trail, the search vector.

-- ------------------------------------------------------------ time
CREATE FUNCTION is_wall_time(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT t ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' $$;

ALTER TABLE "EventRevision"
	ADD CONSTRAINT "EventRevision_start_time_form" CHECK ("startTime" IS NULL OR is_wall_time("startTime")),
	ADD CONSTRAINT "EventRevision_end_time_form" CHECK ("endTime" IS NULL OR is_wall_time("endTime")),
	ADD CONSTRAINT "EventRevision_all_day_has_no_time" CHECK (NOT "isAllDay" OR ("startTime" IS NULL AND "endTime" IS NULL AND NOT "hasStartTime")),
	ADD CONSTRAINT "EventRevision_number_positive" CHECK ("number" > 0),
	ADD CONSTRAINT "EventRevision_country_form" CHECK ("country" IS NULL OR "country" ~ '^[A-Z]{2}$');

-- A submitted revision is whole: what review and publication rely on cannot be missing.
ALTER TABLE "EventRevision"
	ADD CONSTRAINT "EventRevision_submitted_is_whole" CHECK ("submittedAt" IS NULL OR (
		"type" IS NOT NULL AND "timezone" IS NOT NULL AND "country" IS NOT NULL
		AND ("datePrecision" <> 'day' OR "startDate" IS NOT NULL)
		AND ("datePrecision" = 'day' OR ("startDate" IS NULL AND "startTime" IS NULL AND NOT "hasStartTime"))
		AND ("datePrecision" <> 'year' OR "year" IS NOT NULL)
		AND ("hasStartTime" = ("startTime" IS NOT NULL))
		AND ("endTime" IS NULL OR "startTime" IS NOT NULL)
		AND ("endDate" IS NULL OR "startDate" IS NULL OR "endDate" >= "startDate")
		AND ("endTime" IS NULL OR COALESCE("endDate", "startDate") > "startDate" OR "endTime" >= "startTime")));

ALTER TABLE "PublishedEvent"
	ADD CONSTRAINT "PublishedEvent_start_time_form" CHECK ("startTime" IS NULL OR is_wall_time("startTime")),
	ADD CONSTRAINT "PublishedEvent_end_time_form" CHECK ("endTime" IS NULL OR is_wall_time("endTime")),
	ADD CONSTRAINT "PublishedEvent_all_day_has_no_time" CHECK (NOT "isAllDay" OR ("startTime" IS NULL AND "endTime" IS NULL AND NOT "hasStartTime")),
	ADD CONSTRAINT "PublishedEvent_day_is_known" CHECK (("datePrecision" = 'day') = ("startDate" IS NOT NULL)),
	ADD CONSTRAINT "PublishedEvent_instant_is_derived" CHECK (("startsAtUtc" IS NULL) = ("startDate" IS NULL)),
	ADD CONSTRAINT "PublishedEvent_end_after_start" CHECK (("endDate" IS NULL OR "endDate" >= "startDate") AND ("endsAtUtc" IS NULL OR "endsAtUtc" >= "startsAtUtc")),
	ADD CONSTRAINT "PublishedEvent_season_is_known" CHECK (("season" IS NULL) = ("datePrecision" = 'unknown')),
	ADD CONSTRAINT "PublishedEvent_has_start_time" CHECK ("hasStartTime" = ("startTime" IS NOT NULL)),
	ADD CONSTRAINT "PublishedEvent_country_form" CHECK ("country" ~ '^[A-Z]{2}$'),
	ADD CONSTRAINT "PublishedEvent_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 100),
	ADD CONSTRAINT "PublishedEvent_coordinates" CHECK (("lat" IS NULL) = ("lon" IS NULL) AND "lat" BETWEEN -90 AND 90 AND "lon" BETWEEN -180 AND 180),
	ADD CONSTRAINT "PublishedEvent_sequence" CHECK ("sequence" >= 0);

-- NULL seasons (year not known) share one namespace of slugs too.
CREATE UNIQUE INDEX "PublishedEvent_undated_slug" ON "PublishedEvent" ("slug") WHERE "season" IS NULL;

ALTER TABLE "Venue" ADD CONSTRAINT "Venue_coordinates"
	CHECK (("lat" IS NULL) = ("lon" IS NULL) AND "lat" BETWEEN -90 AND 90 AND "lon" BETWEEN -180 AND 180);
ALTER TABLE "Organisation"
	ADD CONSTRAINT "Organisation_country_form" CHECK ("country" ~ '^[A-Z]{2}$'),
	ADD CONSTRAINT "Organisation_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 100),
	ADD CONSTRAINT "Organisation_name_present" CHECK (length(btrim("name")) > 0);
ALTER TABLE "TerritoryCountry" ADD CONSTRAINT "TerritoryCountry_country_form" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Event" ADD CONSTRAINT "Event_country_form" CHECK ("country" IS NULL OR "country" ~ '^[A-Z]{2}$');
ALTER TABLE "Event" ADD CONSTRAINT "Event_submitted_has_revision"
	CHECK ("state" = 'draft' OR "state" = 'withdrawn' OR "latestRevisionId" IS NOT NULL);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_reason_given"
	CHECK ("kind" = 'approve' OR length(btrim(COALESCE("reason", ''))) > 0);
ALTER TABLE "SignInRequest" ADD CONSTRAINT "SignInRequest_tries" CHECK ("triesLeft" BETWEEN 0 AND 5);
ALTER TABLE "Media" ADD CONSTRAINT "Media_size" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);

-- ------------------------------------------------------------ revisions do not change once submitted
CREATE FUNCTION refuse_change_of_submitted_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."submittedAt" IS NOT NULL THEN
		RAISE EXCEPTION 'revision % was submitted and cannot change', OLD."id" USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "EventRevision_immutable" BEFORE UPDATE ON "EventRevision"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_revision();

CREATE FUNCTION refuse_change_of_submitted_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE revision uuid;
BEGIN
	IF TG_OP = 'DELETE' THEN revision := OLD."revisionId"; ELSE revision := NEW."revisionId"; END IF;
	IF EXISTS (SELECT 1 FROM "EventRevision" WHERE "id" = revision AND "submittedAt" IS NOT NULL) THEN
		RAISE EXCEPTION 'revision % was submitted and cannot change', revision USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "EventText_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "EventText"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_part();
CREATE TRIGGER "Venue_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "Venue"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_part();
CREATE TRIGGER "RevisionOrganiser_immutable" BEFORE INSERT OR UPDATE OR DELETE ON "RevisionOrganiser"
	FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_part();

-- ------------------------------------------------------------ only an approved revision is published
CREATE FUNCTION require_approved_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM "Decision" d
		WHERE d."revisionId" = NEW."revisionId" AND d."eventId" = NEW."id" AND d."kind" = 'approve') THEN
		RAISE EXCEPTION 'revision % of event % has no approval', NEW."revisionId", NEW."id" USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "PublishedEvent_is_approved" BEFORE INSERT OR UPDATE OF "revisionId" ON "PublishedEvent"
	FOR EACH ROW EXECUTE FUNCTION require_approved_revision();

-- ------------------------------------------------------------ the audit trail is append-only
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

-- ------------------------------------------------------------ search
-- unaccent() is only STABLE (its dictionary could change); ours is pinned, so an index may rely on it.
CREATE FUNCTION fold_text(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(t, 'əƏıİ', 'eEiI'))) $$;

CREATE FUNCTION set_search_vector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."searchVector" :=
		setweight(to_tsvector('simple', fold_text(NEW."title")), 'A') ||
		setweight(to_tsvector('simple', fold_text(NEW."keywords")), 'B') ||
		setweight(to_tsvector('simple', fold_text(NEW."description")), 'C');
	RETURN NEW;
END $$;
CREATE TRIGGER "PublishedEventText_search" BEFORE INSERT OR UPDATE ON "PublishedEventText"
	FOR EACH ROW EXECUTE FUNCTION set_search_vector();
