-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "withdrawal_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- Nothing runs that is withdrawn, and nothing is withdrawn without a reason.
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_withdrawn_check" CHECK (
  ("withdrawn_at" IS NULL) = ("withdrawal_reason" IS NULL)
  AND ("withdrawn_at" IS NULL OR ("submitted_at" IS NOT NULL AND btrim("withdrawal_reason") <> '')));

-- As before, and staff may withdraw what is submitted, and take that back: the record says who and why.
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
  IF (OLD."id", OLD."sitting_id", OLD."person_id", OLD."version_id", OLD."number", OLD."seed", OLD."started_at")
     IS DISTINCT FROM
     (NEW."id", NEW."sitting_id", NEW."person_id", NEW."version_id", NEW."number", NEW."seed", NEW."started_at") THEN
    RAISE EXCEPTION 'attempt % is pinned: UPDATE refused', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
