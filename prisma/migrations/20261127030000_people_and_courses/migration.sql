-- CreateEnum
CREATE TYPE "invitation_purpose" AS ENUM ('INVITATION', 'RESET');

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "deactivated_at" TIMESTAMPTZ(3),
ADD COLUMN     "family_name" TEXT,
ADD COLUMN     "given_name" TEXT,
ADD COLUMN     "may_create_courses" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "search" TEXT,
ADD COLUMN     "student_number" TEXT;

-- The last word of a name is the family name, as when a person is added by one name.
UPDATE "person" SET
  "family_name" = regexp_replace(btrim("name"), '^.*\s', ''),
  "given_name" = btrim(regexp_replace(btrim("name"), '\S+$', ''));

-- As searchOf (lib/features/people/schema.ts) writes it.
UPDATE "person" SET "search" = replace(replace(
  translate(
    regexp_replace(
      normalize(lower(concat_ws(' ', "family_name", nullif("given_name", ''), "email")), NFD),
      '[\u0300-\u036f]', '', 'g'),
    'łøđı', 'lodi'),
  'ß', 'ss'), 'æ', 'ae');

ALTER TABLE "person"
ALTER COLUMN "family_name" SET NOT NULL,
ALTER COLUMN "given_name" SET NOT NULL,
ALTER COLUMN "search" SET NOT NULL;

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invitation_person_id_at_idx" ON "invitation"("person_id", "at");

-- CreateIndex
CREATE INDEX "invitation_by_id_idx" ON "invitation"("by_id");

-- CreateIndex
CREATE INDEX "course_link_course_id_at_idx" ON "course_link"("course_id", "at");

-- CreateIndex
CREATE INDEX "course_link_by_id_idx" ON "course_link"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_student_number_key" ON "person"("student_number");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_link" ADD CONSTRAINT "course_link_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_link" ADD CONSTRAINT "course_link_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_check" CHECK ("at" < "expires_at");
ALTER TABLE "course_link" ADD CONSTRAINT "course_link_check" CHECK ("at" < "expires_at");
ALTER TABLE "person" ADD CONSTRAINT "person_student_number_check" CHECK ("student_number" <> '');
