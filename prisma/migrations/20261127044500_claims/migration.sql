-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "claimantId" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "method" "VerificationMethod" NOT NULL,
    "email" CITEXT,
    "domain" TEXT,
    "tokenHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "provenAt" TIMESTAMPTZ(3),
    "vouchedById" UUID,
    "vouchedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Claim_tokenHash_key" ON "Claim"("tokenHash");

-- CreateIndex
CREATE INDEX "Claim_organisationId_createdAt_idx" ON "Claim"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Claim_claimantId_idx" ON "Claim"("claimantId");

-- CreateIndex
CREATE INDEX "Claim_vouchedById_idx" ON "Claim"("vouchedById");

-- CreateIndex
CREATE INDEX "Claim_decidedById_idx" ON "Claim"("decidedById");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_vouchedById_fkey" FOREIGN KEY ("vouchedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------ an owner takes two people, too
ALTER TABLE "Claim"
	ADD CONSTRAINT "Claim_two_people" CHECK (
		"vouchedById" IS DISTINCT FROM "claimantId" AND "decidedById" IS DISTINCT FROM "claimantId"
		AND ("confirmedAt" IS NULL OR (
			"vouchedById" IS NOT NULL AND "decidedById" IS NOT NULL AND "vouchedById" <> "decidedById"))),
	ADD CONSTRAINT "Claim_domain_is_proven" CHECK ("method" <> 'domain' OR (
		"email" IS NOT NULL AND "domain" IS NOT NULL AND ("vouchedById" IS NULL OR "provenAt" IS NOT NULL))),
	ADD CONSTRAINT "Claim_one_end" CHECK ("confirmedAt" IS NULL OR "endedAt" IS NULL);
-- One of a person on an organisation at a time.
CREATE UNIQUE INDEX "Claim_open" ON "Claim" ("organisationId", "claimantId")
	WHERE "endedAt" IS NULL AND "confirmedAt" IS NULL;
