-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('ANNOUNCEMENT', 'ERRATUM', 'ANSWER', 'TIME');

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "attempt_id" UUID,
    "part_id" TEXT,
    "question_id" UUID,
    "text" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "attempt_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "part_id" TEXT,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_sitting_id_at_idx" ON "notice"("sitting_id", "at");

-- CreateIndex
CREATE INDEX "notice_attempt_id_idx" ON "notice"("attempt_id");

-- CreateIndex
CREATE INDEX "notice_question_id_idx" ON "notice"("question_id");

-- CreateIndex
CREATE INDEX "notice_by_id_idx" ON "notice"("by_id");

-- CreateIndex
CREATE INDEX "question_attempt_id_at_idx" ON "question"("attempt_id", "at");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "notice"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "notice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "question"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "question"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Staff may open a submitted attempt again, and say so before they do; what it is pinned to stays.
CREATE OR REPLACE FUNCTION "refuse_attempt_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'attempts are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."submitted_at" IS NOT NULL
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
