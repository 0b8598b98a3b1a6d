-- CreateEnum
CREATE TYPE "SwitchName" AS ENUM ('freeze', 'read_only');

-- CreateTable
CREATE TABLE "Switch" (
    "name" "SwitchName" NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Switch_pkey" PRIMARY KEY ("name")
);

-- Rows to lock: what makes something public holds them as they stand.
INSERT INTO "Switch" ("name", "changedAt") VALUES ('freeze', now()), ('read_only', now());
