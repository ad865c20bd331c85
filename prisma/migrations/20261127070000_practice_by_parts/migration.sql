-- AlterTable
ALTER TABLE "attempt" ADD COLUMN "part_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- By hand: of an attempt at some parts nothing counts but these.
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
  AND (cardinality(a."part_ids") = 0 OR p."part_id" = ANY (a."part_ids"))
LEFT JOIN LATERAL (
  SELECT "id" FROM "revision"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND NOT "late" AND NOT "conflict"
  ORDER BY "number" DESC LIMIT 1
) r ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "open", "unread" FROM "grade"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND "revision_id" IS NOT DISTINCT FROM r."id"
  ORDER BY "graded_at" DESC, "id" DESC LIMIT 1
) g ON true
LEFT JOIN LATERAL (
  SELECT "id", "score", "withdraws" FROM "mark"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND ("score" IS NOT NULL OR "withdraws")
  ORDER BY "at" DESC, "id" DESC LIMIT 1
) m ON NOT m."withdraws";
