-- AlterEnum
ALTER TYPE "sitting_mode" ADD VALUE 'TRIAL';

-- DropIndex
DROP INDEX "exam_slug_key";

-- AlterTable
ALTER TABLE "exam" ADD COLUMN     "course_id" UUID;

-- AlterTable
ALTER TABLE "exam_version" ADD COLUMN     "source" TEXT;

-- CreateTable
CREATE TABLE "publication" (
    "version_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "exam_draft" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "findings" JSONB,
    "ran" INTEGER,
    "version_id" UUID,

    CONSTRAINT "exam_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_file" (
    "draft_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "draft_file_pkey" PRIMARY KEY ("draft_id","name")
);

-- CreateIndex
CREATE INDEX "publication_by_id_idx" ON "publication"("by_id");

-- CreateIndex
CREATE INDEX "exam_draft_course_id_at_idx" ON "exam_draft"("course_id", "at");

-- CreateIndex
CREATE INDEX "exam_draft_by_id_idx" ON "exam_draft"("by_id");

-- CreateIndex
CREATE INDEX "exam_draft_version_id_idx" ON "exam_draft"("version_id");

-- CreateIndex
-- CreateIndex: the library of the server, without a course, has each name once as well.
CREATE UNIQUE INDEX "exam_course_id_slug_key" ON "exam"("course_id", "slug") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "exam" ADD CONSTRAINT "exam_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_draft" ADD CONSTRAINT "exam_draft_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_draft" ADD CONSTRAINT "exam_draft_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_draft" ADD CONSTRAINT "exam_draft_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_file" ADD CONSTRAINT "draft_file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "exam_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was stored until now could be sat as soon as it was stored.
INSERT INTO "publication" ("version_id", "by_id", "at") SELECT "id", NULL, "created_at" FROM "exam_version";

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "publication"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
