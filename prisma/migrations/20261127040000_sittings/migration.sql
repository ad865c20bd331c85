-- AlterTable
ALTER TABLE "accommodation" ADD COLUMN     "given_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "sitting" ADD COLUMN     "access_code" TEXT,
ADD COLUMN     "address_ranges" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "given_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "holds" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "list_only" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seb_config_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seb_exam_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'Europe/Berlin';

-- Nobody can read a code from its hash: where there was one staff find another, and nothing becomes open.
UPDATE "sitting" SET "access_code" = substr(replace(gen_random_uuid()::text, '-', ''), 1, 8)
  WHERE "access_code_hash" IS NOT NULL;
ALTER TABLE "sitting" DROP COLUMN "access_code_hash";

-- CreateTable
CREATE TABLE "sitting_candidate" (
    "sitting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "sitting_candidate_pkey" PRIMARY KEY ("sitting_id","person_id")
);

-- CreateTable
CREATE TABLE "course_accommodation" (
    "course_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "factor" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,

    CONSTRAINT "course_accommodation_pkey" PRIMARY KEY ("course_id","person_id")
);

-- CreateIndex
CREATE INDEX "sitting_candidate_person_id_idx" ON "sitting_candidate"("person_id");

-- CreateIndex
CREATE INDEX "course_accommodation_person_id_idx" ON "course_accommodation"("person_id");

-- AddForeignKey
ALTER TABLE "sitting_candidate" ADD CONSTRAINT "sitting_candidate_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_candidate" ADD CONSTRAINT "sitting_candidate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_accommodation" ADD CONSTRAINT "course_accommodation_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_accommodation" ADD CONSTRAINT "course_accommodation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
