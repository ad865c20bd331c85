-- AlterTable
ALTER TABLE "attempt" ADD COLUMN "part_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- As before, and what an attempt asks for stays.
CREATE OR REPLACE FUNCTION "refuse_attempt_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept "attempt"%ROWTYPE := NEW;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'attempts are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  kept."withdrawn_at" := OLD."withdrawn_at";
  kept."withdrawal_reason" := OLD."withdrawal_reason";
  IF OLD."submitted_at" IS NOT NULL
     AND kept IS DISTINCT FROM OLD
     AND (NEW."submitted_at" IS NOT NULL
          OR current_setting('nabla.reopening', true) IS DISTINCT FROM OLD."id"::text) THEN
    RAISE EXCEPTION 'attempt % is submitted: UPDATE refused', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."id", OLD."sitting_id", OLD."person_id", OLD."version_id", OLD."number", OLD."seed", OLD."part_ids", OLD."started_at")
     IS DISTINCT FROM
     (NEW."id", NEW."sitting_id", NEW."person_id", NEW."version_id", NEW."number", NEW."seed", NEW."part_ids", NEW."started_at") THEN
    RAISE EXCEPTION 'attempt % is pinned: UPDATE refused', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- As before, and of an attempt at some parts nothing counts but these.
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
