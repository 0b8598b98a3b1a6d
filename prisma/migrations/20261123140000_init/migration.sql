-- Extensions first: columns of type citext follow.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('embassy', 'consulate', 'diaspora_association', 'student_union', 'university', 'museum', 'government', 'other');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('owner', 'editor');

-- CreateEnum
CREATE TYPE "EventState" AS ENUM ('draft', 'submitted', 'changes_requested', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('scheduled', 'rescheduled', 'postponed', 'cancelled');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'unlisted');

-- CreateEnum
CREATE TYPE "EventType" AS ENUM ('ceremony', 'exhibition', 'conference', 'lecture', 'screening', 'concert', 'march', 'book_presentation', 'other');

-- CreateEnum
CREATE TYPE "AttendanceMode" AS ENUM ('in_person', 'online', 'mixed');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'year', 'unknown');

-- CreateEnum
CREATE TYPE "Disambiguation" AS ENUM ('earlier', 'later');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('approve', 'request_changes', 'reject');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" CITEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInRequest" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "triesLeft" INTEGER NOT NULL DEFAULT 5,
    "locale" TEXT NOT NULL,
    "returnTo" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameSkeleton" TEXT NOT NULL,
    "isLookAlike" BOOLEAN NOT NULL DEFAULT false,
    "kind" "OrganisationKind" NOT NULL,
    "country" CHAR(2) NOT NULL,
    "cityName" TEXT,
    "website" TEXT,
    "covers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "wikidataId" TEXT,
    "isOperating" BOOLEAN NOT NULL DEFAULT true,
    "verifiedAt" TIMESTAMPTZ(3),
    "sourceUrl" TEXT,
    "sourceNote" TEXT,
    "importKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organisationId","userId")
);

-- CreateTable
CREATE TABLE "Territory" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Territory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TerritoryCountry" (
    "territoryId" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,

    CONSTRAINT "TerritoryCountry_pkey" PRIMARY KEY ("territoryId","country")
);

-- CreateTable
CREATE TABLE "Coordinator" (
    "territoryId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coordinator_pkey" PRIMARY KEY ("territoryId","userId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "state" "EventState" NOT NULL DEFAULT 'draft',
    "latestRevisionId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "country" CHAR(2),
    "submittedAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "importKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventRevision" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "type" "EventType",
    "typesAlso" "EventType"[] DEFAULT ARRAY[]::"EventType"[],
    "status" "EventStatus" NOT NULL DEFAULT 'scheduled',
    "statusReason" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "attendanceMode" "AttendanceMode" NOT NULL DEFAULT 'in_person',
    "datePrecision" "DatePrecision" NOT NULL DEFAULT 'day',
    "year" INTEGER,
    "startDate" DATE,
    "endDate" DATE,
    "startTime" VARCHAR(5),
    "endTime" VARCHAR(5),
    "isAllDay" BOOLEAN NOT NULL DEFAULT false,
    "hasStartTime" BOOLEAN NOT NULL DEFAULT false,
    "startDisambiguation" "Disambiguation",
    "endDisambiguation" "Disambiguation",
    "timezone" TEXT,
    "cityGeonameId" INTEGER,
    "cityName" TEXT,
    "country" CHAR(2),
    "onlineUrl" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "contactName" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "contactUrl" TEXT,
    "pictureId" UUID,
    "pictureCredit" TEXT,
    "sourceUrl" TEXT,
    "sourceTitle" TEXT,
    "sourceNote" TEXT,

    CONSTRAINT "EventRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventText" (
    "revisionId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "pictureAlt" TEXT,

    CONSTRAINT "EventText_pkey" PRIMARY KEY ("revisionId","locale")
);

-- CreateTable
CREATE TABLE "Venue" (
    "revisionId" UUID NOT NULL,
    "name" TEXT,
    "address" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("revisionId")
);

-- CreateTable
CREATE TABLE "RevisionOrganiser" (
    "revisionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RevisionOrganiser_pkey" PRIMARY KEY ("revisionId","organisationId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedEvent" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "season" INTEGER,
    "slug" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "type" "EventType" NOT NULL,
    "typesAlso" "EventType"[] DEFAULT ARRAY[]::"EventType"[],
    "status" "EventStatus" NOT NULL,
    "statusReason" TEXT,
    "visibility" "Visibility" NOT NULL,
    "attendanceMode" "AttendanceMode" NOT NULL,
    "datePrecision" "DatePrecision" NOT NULL,
    "year" INTEGER,
    "startDate" DATE,
    "endDate" DATE,
    "startTime" VARCHAR(5),
    "endTime" VARCHAR(5),
    "isAllDay" BOOLEAN NOT NULL,
    "hasStartTime" BOOLEAN NOT NULL,
    "startDisambiguation" "Disambiguation",
    "endDisambiguation" "Disambiguation",
    "timezone" TEXT NOT NULL,
    "previousStartDate" DATE,
    "startsAtUtc" TIMESTAMPTZ(3),
    "endsAtUtc" TIMESTAMPTZ(3),
    "sortAt" TIMESTAMPTZ(3) NOT NULL,
    "cityGeonameId" INTEGER,
    "cityName" TEXT,
    "country" CHAR(2) NOT NULL,
    "venueName" TEXT,
    "address" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "isPinExact" BOOLEAN NOT NULL DEFAULT false,
    "onlineUrl" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "contactName" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "contactUrl" TEXT,
    "pictureId" UUID,
    "pictureCredit" TEXT,
    "sourceUrl" TEXT,
    "sourceTitle" TEXT,
    "sourceNote" TEXT,
    "isDemo" BOOLEAN NOT NULL,
    "firstPublishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedEventText" (
    "eventId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "pictureAlt" TEXT,
    "keywords" TEXT NOT NULL DEFAULT '',
    "searchVector" tsvector,

    CONSTRAINT "PublishedEventText_pkey" PRIMARY KEY ("eventId","locale")
);

-- CreateTable
CREATE TABLE "PublishedOrganiser" (
    "eventId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "website" TEXT,
    "isVerified" BOOLEAN NOT NULL,

    CONSTRAINT "PublishedOrganiser_pkey" PRIMARY KEY ("eventId","organisationId")
);

-- CreateTable
CREATE TABLE "CacheTag" (
    "tag" TEXT NOT NULL,
    "invalidatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CacheTag_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "Memorial" (
    "id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "city" TEXT,
    "place" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "yearUnveiled" INTEGER,
    "dateUnveiled" DATE,
    "note" TEXT,
    "sourceUrl" TEXT NOT NULL,
    "otherSources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,

    CONSTRAINT "Memorial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recognition" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "country" CHAR(2),
    "body" TEXT NOT NULL,
    "date" TEXT,
    "datePrecision" TEXT,
    "kind" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "otherSources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,

    CONSTRAINT "Recognition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInRequest_tokenHash_key" ON "SignInRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInRequest_email_createdAt_idx" ON "SignInRequest"("email", "createdAt");

-- CreateIndex
CREATE INDEX "SignInRequest_expiresAt_idx" ON "SignInRequest"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_importKey_key" ON "Organisation"("importKey");

-- CreateIndex
CREATE INDEX "Organisation_country_idx" ON "Organisation"("country");

-- CreateIndex
CREATE INDEX "Organisation_nameSkeleton_idx" ON "Organisation"("nameSkeleton");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Territory_name_key" ON "Territory"("name");

-- CreateIndex
CREATE INDEX "TerritoryCountry_country_idx" ON "TerritoryCountry"("country");

-- CreateIndex
CREATE INDEX "Coordinator_userId_idx" ON "Coordinator"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_latestRevisionId_key" ON "Event"("latestRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_importKey_key" ON "Event"("importKey");

-- CreateIndex
CREATE INDEX "Event_organisationId_updatedAt_idx" ON "Event"("organisationId", "updatedAt");

-- CreateIndex
CREATE INDEX "Event_state_country_submittedAt_idx" ON "Event"("state", "country", "submittedAt");

-- CreateIndex
CREATE INDEX "EventRevision_pictureId_idx" ON "EventRevision"("pictureId");

-- CreateIndex
CREATE UNIQUE INDEX "EventRevision_eventId_number_key" ON "EventRevision"("eventId", "number");

-- CreateIndex
CREATE INDEX "RevisionOrganiser_organisationId_idx" ON "RevisionOrganiser"("organisationId");

-- CreateIndex
CREATE INDEX "Decision_eventId_createdAt_idx" ON "Decision"("eventId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_revisionId_key" ON "Decision"("revisionId");

-- CreateIndex
CREATE INDEX "Media_organisationId_idx" ON "Media"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedEvent_revisionId_key" ON "PublishedEvent"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedEvent_uid_key" ON "PublishedEvent"("uid");

-- CreateIndex
CREATE INDEX "PublishedEvent_sortAt_id_idx" ON "PublishedEvent"("sortAt", "id");

-- CreateIndex
CREATE INDEX "PublishedEvent_season_sortAt_id_idx" ON "PublishedEvent"("season", "sortAt", "id");

-- CreateIndex
CREATE INDEX "PublishedEvent_country_sortAt_id_idx" ON "PublishedEvent"("country", "sortAt", "id");

-- CreateIndex
CREATE INDEX "PublishedEvent_type_sortAt_id_idx" ON "PublishedEvent"("type", "sortAt", "id");

-- CreateIndex
CREATE INDEX "PublishedEvent_pictureId_idx" ON "PublishedEvent"("pictureId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedEvent_season_slug_key" ON "PublishedEvent"("season", "slug");

-- CreateIndex
CREATE INDEX "PublishedEventText_searchVector_idx" ON "PublishedEventText" USING GIN ("searchVector");

-- CreateIndex
CREATE INDEX "PublishedOrganiser_organisationId_idx" ON "PublishedOrganiser"("organisationId");

-- CreateIndex
CREATE INDEX "CacheTag_invalidatedAt_idx" ON "CacheTag"("invalidatedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_id_idx" ON "AuditEntry"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");

-- CreateIndex
CREATE INDEX "OutboxMail_createdAt_idx" ON "OutboxMail"("createdAt");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TerritoryCountry" ADD CONSTRAINT "TerritoryCountry_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_latestRevisionId_fkey" FOREIGN KEY ("latestRevisionId") REFERENCES "EventRevision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventText" ADD CONSTRAINT "EventText_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Venue" ADD CONSTRAINT "Venue_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionOrganiser" ADD CONSTRAINT "RevisionOrganiser_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionOrganiser" ADD CONSTRAINT "RevisionOrganiser_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_id_fkey" FOREIGN KEY ("id") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "EventRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedEvent" ADD CONSTRAINT "PublishedEvent_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedEventText" ADD CONSTRAINT "PublishedEventText_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedOrganiser" ADD CONSTRAINT "PublishedOrganiser_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "PublishedEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedOrganiser" ADD CONSTRAINT "PublishedOrganiser_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
