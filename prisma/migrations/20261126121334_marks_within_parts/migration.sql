-- DropForeignKey
ALTER TABLE "mark" DROP CONSTRAINT "mark_attempt_id_fkey";

-- DropForeignKey
ALTER TABLE "mark" DROP CONSTRAINT "mark_previous_id_fkey";

-- By hand: marks that are there get the version and the points of their part. The table is
-- append-only, but for this.
ALTER TABLE "mark" ADD COLUMN "points" DECIMAL(9,4), ADD COLUMN "version_id" UUID;
ALTER TABLE "mark" DISABLE TRIGGER "append_only";
UPDATE "mark" m SET "version_id" = a."version_id", "points" = p."points"
FROM "attempt" a JOIN "part" p ON p."version_id" = a."version_id"
WHERE a."id" = m."attempt_id" AND p."part_id" = m."part_id";
ALTER TABLE "mark" ENABLE TRIGGER "append_only";
ALTER TABLE "mark" ALTER COLUMN "points" SET NOT NULL, ALTER COLUMN "version_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "accommodation_person_id_idx" ON "accommodation"("person_id");

-- CreateIndex
CREATE INDEX "attempt_version_id_idx" ON "attempt"("version_id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_idx" ON "audit_event"("actor_id");

-- CreateIndex
CREATE INDEX "grade_revision_id_idx" ON "grade"("revision_id");

-- CreateIndex
CREATE INDEX "grade_version_id_part_id_idx" ON "grade"("version_id", "part_id");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE INDEX "mark_version_id_part_id_idx" ON "mark"("version_id", "part_id");

-- CreateIndex
CREATE INDEX "mark_by_id_idx" ON "mark"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "mark_attempt_id_part_id_id_key" ON "mark"("attempt_id", "part_id", "id");

-- CreateIndex
CREATE INDEX "part_version_id_assignment_idx" ON "part"("version_id", "assignment");

-- CreateIndex
CREATE INDEX "revision_version_id_part_id_idx" ON "revision"("version_id", "part_id");

-- CreateIndex
CREATE INDEX "sitting_version_id_idx" ON "sitting"("version_id");

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_attempt_id_version_id_fkey" FOREIGN KEY ("attempt_id", "version_id") REFERENCES "attempt"("id", "version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_version_id_part_id_fkey" FOREIGN KEY ("version_id", "part_id") REFERENCES "part"("version_id", "part_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_attempt_id_part_id_previous_id_fkey" FOREIGN KEY ("attempt_id", "part_id", "previous_id") REFERENCES "mark"("attempt_id", "part_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language cannot say.
ALTER TABLE "mark" ADD CONSTRAINT "mark_points_check" CHECK ("score" <= "points");
