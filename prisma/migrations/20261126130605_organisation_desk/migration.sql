-- CreateEnum
CREATE TYPE "VerificationMethod" AS ENUM ('domain', 'coordinator');

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "isByTrust" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isSampled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "contactEmail" TEXT,
ADD COLUMN     "contactPhone" TEXT,
ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "logoCredit" TEXT,
ADD COLUMN     "logoId" UUID,
ADD COLUMN     "trustedAt" TIMESTAMPTZ(3),
ADD COLUMN     "trustedById" UUID,
ADD COLUMN     "verifiedBy" "VerificationMethod",
ADD COLUMN     "verifiedWith" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waiting" JSONB,
ADD COLUMN     "waitingLogoId" UUID;

-- CreateTable
CREATE TABLE "OrganisationText" (
    "organisationId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "nameSkeleton" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OrganisationText_pkey" PRIMARY KEY ("organisationId","locale")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficialDomain" (
    "domain" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficialDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "method" "VerificationMethod" NOT NULL,
    "email" CITEXT,
    "domain" TEXT,
    "tokenHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "provenAt" TIMESTAMPTZ(3),
    "country" CHAR(2),
    "requestedById" UUID NOT NULL,
    "vouchedById" UUID,
    "vouchedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrganisationText_nameSkeleton_idx" ON "OrganisationText"("nameSkeleton");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_expiresAt_idx" ON "Invitation"("expiresAt");

-- CreateIndex
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_organisationId_email_key" ON "Invitation"("organisationId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_tokenHash_key" ON "Verification"("tokenHash");

-- CreateIndex
CREATE INDEX "Verification_organisationId_createdAt_idx" ON "Verification"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Verification_requestedById_idx" ON "Verification"("requestedById");

-- CreateIndex
CREATE INDEX "Verification_vouchedById_idx" ON "Verification"("vouchedById");

-- CreateIndex
CREATE INDEX "Verification_confirmedById_idx" ON "Verification"("confirmedById");

-- CreateIndex
CREATE INDEX "Organisation_logoId_idx" ON "Organisation"("logoId");

-- CreateIndex
CREATE INDEX "Organisation_waitingLogoId_idx" ON "Organisation"("waitingLogoId");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_logoId_fkey" FOREIGN KEY ("logoId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_waitingLogoId_fkey" FOREIGN KEY ("waitingLogoId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_trustedById_fkey" FOREIGN KEY ("trustedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationText" ADD CONSTRAINT "OrganisationText_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------ never an organisation without an owner
-- Asked at the end of the transaction, so that a hand-over may go through any order. The lock makes two owners who leave
-- at once wait for each other; the second one counts what the first has left (READ COMMITTED).
CREATE FUNCTION require_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM 1 FROM "Organisation" WHERE "id" = OLD."organisationId" FOR NO KEY UPDATE;
	IF FOUND AND NOT EXISTS (
		SELECT 1 FROM "Membership" WHERE "organisationId" = OLD."organisationId" AND "role" = 'owner') THEN
		RAISE EXCEPTION 'organisation % would have no owner', OLD."organisationId"
			USING ERRCODE = 'check_violation', CONSTRAINT = 'Membership_owner_remains';
	END IF;
	RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Membership_owner_remains" AFTER UPDATE OR DELETE ON "Membership"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."role" = 'owner') EXECUTE FUNCTION require_owner();

-- ------------------------------------------------------------ the badge takes two people
ALTER TABLE "Verification"
	ADD CONSTRAINT "Verification_two_people" CHECK ("confirmedById" IS NULL OR (
		"vouchedById" IS NOT NULL AND "vouchedById" <> "confirmedById"
		AND "requestedById" <> "confirmedById" AND "confirmedAt" IS NOT NULL)),
	ADD CONSTRAINT "Verification_domain_is_proven" CHECK ("method" <> 'domain' OR (
		"email" IS NOT NULL AND "domain" IS NOT NULL AND ("vouchedById" IS NULL OR "provenAt" IS NOT NULL))),
	ADD CONSTRAINT "Verification_coordinator_has_country" CHECK (
		"method" <> 'coordinator' OR "vouchedById" IS NULL OR "country" IS NOT NULL);
-- One at a time.
CREATE UNIQUE INDEX "Verification_open" ON "Verification" ("organisationId") WHERE "endedAt" IS NULL;

ALTER TABLE "OfficialDomain" ADD CONSTRAINT "OfficialDomain_form"
	CHECK ("domain" ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$');
ALTER TABLE "Organisation"
	ADD CONSTRAINT "Organisation_trust_is_somebodys" CHECK ("trustedById" IS NULL OR "trustedAt" IS NOT NULL),
	ADD CONSTRAINT "Organisation_covers_form" CHECK (array_to_string("covers", ',') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');
