-- CreateEnum
CREATE TYPE "ImportReturn" AS ENUM ('access', 'problems', 'season');

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "returned" "ImportReturn";
