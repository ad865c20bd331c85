-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "withdraws" BOOLEAN NOT NULL DEFAULT false;

-- From here on by hand: what Prisma's schema language cannot say.

-- A mark says a score, or something, or that the score before it no longer counts.
ALTER TABLE "mark"
  DROP CONSTRAINT "mark_content_check",
  ADD CONSTRAINT "mark_content_check" CHECK ("score" IS NOT NULL OR "withdraws" OR btrim("comment") <> ''),
  ADD CONSTRAINT "mark_withdraws_check" CHECK (NOT ("withdraws" AND "score" IS NOT NULL));

-- As before, but that the newest mark about the score may withdraw it: then the grade counts again.
-- A mark with a comment alone is not about the score.
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
  CASE WHEN m."id" IS NULL THEN g."open" ELSE 0 END AS "open"
FROM "attempt" a
JOIN "part" p ON p."version_id" = a."version_id"
LEFT JOIN LATERAL (
  SELECT "id" FROM "revision"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND NOT "late" AND NOT "conflict"
  ORDER BY "number" DESC LIMIT 1
) r ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "open" FROM "grade"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND "revision_id" IS NOT DISTINCT FROM r."id"
  ORDER BY "graded_at" DESC, "id" DESC LIMIT 1
) g ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "withdraws" FROM "mark"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND ("score" IS NOT NULL OR "withdraws")
  ORDER BY "at" DESC, "id" DESC LIMIT 1
) m ON NOT m."withdraws";
