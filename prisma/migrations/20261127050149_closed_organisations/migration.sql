-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- ------------------------------------------------------------ closed organisations have no members
-- An organisation without an owner is a closed one, and nothing else; the lock as before.
CREATE OR REPLACE FUNCTION require_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	closed timestamptz;
BEGIN
	SELECT "closedAt" INTO closed FROM "Organisation" WHERE "id" = OLD."organisationId" FOR NO KEY UPDATE;
	IF FOUND AND closed IS NULL AND NOT EXISTS (
		SELECT 1 FROM "Membership" WHERE "organisationId" = OLD."organisationId" AND "role" = 'owner') THEN
		RAISE EXCEPTION 'organisation % would have no owner', OLD."organisationId"
			USING ERRCODE = 'check_violation', CONSTRAINT = 'Membership_owner_remains';
	END IF;
	RETURN NULL;
END $$;

CREATE FUNCTION require_closed_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."closedAt" IS NOT NULL AND EXISTS (
		SELECT 1 FROM "Membership" WHERE "organisationId" = NEW."id") THEN
		RAISE EXCEPTION 'closed organisation % would have members', NEW."id"
			USING ERRCODE = 'check_violation', CONSTRAINT = 'Organisation_closed_is_empty';
	END IF;
	RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Organisation_closed_is_empty" AFTER UPDATE ON "Organisation"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
	WHEN (NEW."closedAt" IS DISTINCT FROM OLD."closedAt") EXECUTE FUNCTION require_closed_empty();

-- It is closed for good: nobody joins, and it is not opened again.
CREATE FUNCTION refuse_member_of_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM 1 FROM "Organisation" WHERE "id" = NEW."organisationId" AND "closedAt" IS NOT NULL;
	IF FOUND THEN
		RAISE EXCEPTION 'organisation % is closed', NEW."organisationId"
			USING ERRCODE = 'check_violation', CONSTRAINT = 'Membership_not_of_closed';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "Membership_not_of_closed" BEFORE INSERT ON "Membership"
	FOR EACH ROW EXECUTE FUNCTION refuse_member_of_closed();

CREATE FUNCTION refuse_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'organisation % is closed for good', OLD."id"
		USING ERRCODE = 'check_violation', CONSTRAINT = 'Organisation_stays_closed';
END $$;
CREATE TRIGGER "Organisation_stays_closed" BEFORE UPDATE ON "Organisation" FOR EACH ROW
	WHEN (OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS DISTINCT FROM OLD."closedAt")
	EXECUTE FUNCTION refuse_opening();
