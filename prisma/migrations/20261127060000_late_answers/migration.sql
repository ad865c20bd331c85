-- CreateEnum
CREATE TYPE "late_decision" AS ENUM ('ACCEPTED', 'REFUSED');

-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "late" "late_decision",
ADD COLUMN     "revision_id" UUID;

-- CreateIndex
CREATE INDEX "mark_revision_id_idx" ON "mark"("revision_id");

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Marks that are there are about the answer that counted when they were made. The table is
-- append-only, but for this.
ALTER TABLE "mark" DISABLE TRIGGER "append_only";
UPDATE "mark" m SET "revision_id" = (
  SELECT r."id" FROM "revision" r
  WHERE r."attempt_id" = m."attempt_id" AND r."part_id" = m."part_id"
    AND NOT r."late" AND NOT r."conflict" AND r."saved_at" <= m."at"
  ORDER BY r."number" DESC LIMIT 1
);
ALTER TABLE "mark" ENABLE TRIGGER "append_only";

-- A decision about a late answer is about an answer, and sets no score.
ALTER TABLE "mark"
  DROP CONSTRAINT "mark_content_check",
  ADD CONSTRAINT "mark_content_check" CHECK (
    "score" IS NOT NULL OR "withdraws" OR "late" IS NOT NULL OR btrim("comment") <> ''),
  ADD CONSTRAINT "mark_late_check" CHECK (
    "late" IS NULL OR ("revision_id" IS NOT NULL AND "score" IS NULL AND NOT "withdraws"));

-- There are few of them, and they are asked for with every script.
CREATE INDEX "mark_late_idx" ON "mark"("attempt_id", "part_id", "at" DESC, "id" DESC)
  WHERE "late" IS NOT NULL;

CREATE INDEX "revision_late_idx" ON "revision"("attempt_id", "part_id", "number" DESC) WHERE "late";

-- The late answers that count, at most one of each part: what staff decided of it last is that it does.
CREATE VIEW "accepted_revision" AS
SELECT r.*
FROM (
  SELECT DISTINCT ON ("attempt_id", "part_id") "attempt_id", "part_id", "revision_id", "late"
  FROM "mark" WHERE "late" IS NOT NULL
  ORDER BY "attempt_id", "part_id", "at" DESC, "id" DESC
) decided
JOIN "revision" r ON r."id" = decided."revision_id"
WHERE decided."late" = 'ACCEPTED';

-- As before, and a late answer that was accepted counts where it is the newest; a score that a person
-- gave counts for the answer that they gave it to.
CREATE OR REPLACE VIEW "part_score" AS
SELECT
  a."id" AS "attempt_id",
  p."part_id",
  p."position",
  p."points",
  r."id" AS "revision_id",
  g."id" AS "grade_id",
  m."id" AS "mark_id",
  coalesce(m."score", g."score") AS "score",
  CASE WHEN m."id" IS NULL THEN g."open" ELSE 0 END AS "open",
  m."id" IS NULL AND coalesce(g."unread", false) AS "unread"
FROM "attempt" a
JOIN "part" p ON p."version_id" = a."version_id"
LEFT JOIN LATERAL (
  SELECT "id" FROM (
    (SELECT "id", "number" FROM "revision"
      WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND NOT "late" AND NOT "conflict"
      ORDER BY "number" DESC LIMIT 1)
    UNION ALL
    (SELECT "id", "number" FROM "accepted_revision"
      WHERE "attempt_id" = a."id" AND "part_id" = p."part_id")
  ) counting ORDER BY "number" DESC LIMIT 1
) r ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "open", "unread" FROM "grade"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND "revision_id" IS NOT DISTINCT FROM r."id"
  ORDER BY "graded_at" DESC, "id" DESC LIMIT 1
) g ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "withdraws" FROM "mark"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND "revision_id" IS NOT DISTINCT FROM r."id"
    AND ("score" IS NOT NULL OR "withdraws")
  ORDER BY "at" DESC, "id" DESC LIMIT 1
) m ON NOT m."withdraws";
