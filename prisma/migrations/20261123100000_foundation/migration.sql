-- CreateEnum
CREATE TYPE "role" AS ENUM ('STUDENT', 'GRADER', 'INSTRUCTOR');

-- CreateEnum
CREATE TYPE "sitting_mode" AS ENUM ('EXAM', 'PRACTICE');

-- CreateEnum
CREATE TYPE "submitted_by" AS ENUM ('STUDENT', 'SWEEPER', 'STAFF');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('right', 'wrong', 'review');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "person_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("person_id","course_id")
);

-- CreateTable
CREATE TABLE "exam" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "exam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_version" (
    "id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,
    "round_to" DECIMAL(9,4) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "points" DECIMAL(9,4) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "part" (
    "version_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "assignment" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "points" DECIMAL(9,4) NOT NULL,
    "kind" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "spec" JSONB NOT NULL,

    CONSTRAINT "part_pkey" PRIMARY KEY ("version_id","part_id")
);

-- CreateTable
CREATE TABLE "part_key" (
    "version_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "solution" TEXT NOT NULL,

    CONSTRAINT "part_key_pkey" PRIMARY KEY ("version_id","part_id")
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "mode" "sitting_mode" NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "access_code_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accommodation" (
    "sitting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "factor" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("sitting_id","person_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" "submitted_by",
    "receipt" JSONB,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "client_id" TEXT NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "empty" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "conflict" BOOLEAN NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "revision_id" UUID,
    "version_id" UUID NOT NULL,
    "grader_version" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "verdict" "verdict" NOT NULL,
    "score" DECIMAL(9,4) NOT NULL,
    "points" DECIMAL(9,4) NOT NULL,
    "open" DECIMAL(9,4) NOT NULL,
    "checks" JSONB NOT NULL,
    "ms" INTEGER NOT NULL,
    "graded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "previous_id" UUID,
    "score" DECIMAL(9,4),
    "comment" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "course_id" UUID,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE INDEX "enrolment_course_id_role_idx" ON "enrolment"("course_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "exam_slug_key" ON "exam"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "exam_version_exam_id_number_key" ON "exam_version"("exam_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "part_version_id_position_key" ON "part"("version_id", "position");

-- CreateIndex
CREATE INDEX "sitting_course_id_opens_at_idx" ON "sitting"("course_id", "opens_at");

-- CreateIndex
CREATE INDEX "attempt_person_id_started_at_idx" ON "attempt"("person_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_sitting_id_person_id_number_key" ON "attempt"("sitting_id", "person_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_id_version_id_key" ON "attempt"("id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_attempt_id_part_id_number_key" ON "revision"("attempt_id", "part_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_attempt_id_idempotency_key_key" ON "revision"("attempt_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "grade_attempt_id_part_id_graded_at_idx" ON "grade"("attempt_id", "part_id", "graded_at");

-- CreateIndex
CREATE UNIQUE INDEX "grade_attempt_id_part_id_revision_id_version_id_grader_vers_key" ON "grade"("attempt_id", "part_id", "revision_id", "version_id", "grader_version") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "mark_attempt_id_part_id_at_idx" ON "mark"("attempt_id", "part_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "mark_attempt_id_part_id_previous_id_key" ON "mark"("attempt_id", "part_id", "previous_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "audit_event_subject_at_idx" ON "audit_event"("subject", "at");

-- CreateIndex
CREATE INDEX "audit_event_course_id_at_idx" ON "audit_event"("course_id", "at");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_version" ADD CONSTRAINT "exam_version_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part" ADD CONSTRAINT "part_version_id_assignment_fkey" FOREIGN KEY ("version_id", "assignment") REFERENCES "assignment"("version_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_key" ADD CONSTRAINT "part_key_version_id_part_id_fkey" FOREIGN KEY ("version_id", "part_id") REFERENCES "part"("version_id", "part_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_attempt_id_version_id_fkey" FOREIGN KEY ("attempt_id", "version_id") REFERENCES "attempt"("id", "version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_version_id_part_id_fkey" FOREIGN KEY ("version_id", "part_id") REFERENCES "part"("version_id", "part_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_version_id_part_id_fkey" FOREIGN KEY ("version_id", "part_id") REFERENCES "part"("version_id", "part_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "mark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language cannot say.

-- Checks
ALTER TABLE "person"
  ADD CONSTRAINT "person_email_check" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  ADD CONSTRAINT "person_name_check" CHECK (btrim("name") <> '');
ALTER TABLE "course"
  ADD CONSTRAINT "course_slug_check" CHECK ("slug" ~ '^[a-z0-9][a-z0-9-]*$');
ALTER TABLE "exam"
  ADD CONSTRAINT "exam_slug_check" CHECK ("slug" ~ '^[a-z0-9][a-z0-9-]*$');
ALTER TABLE "exam_version"
  ADD CONSTRAINT "exam_version_check" CHECK ("number" >= 1 AND "minutes" > 0 AND "round_to" > 0),
  ADD CONSTRAINT "exam_version_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_check" CHECK ("position" >= 1 AND "points" > 0);
ALTER TABLE "part"
  ADD CONSTRAINT "part_check" CHECK ("position" >= 1 AND "points" > 0);
ALTER TABLE "sitting"
  ADD CONSTRAINT "sitting_check" CHECK ("closes_at" > "opens_at" AND "minutes" > 0);
ALTER TABLE "accommodation"
  ADD CONSTRAINT "accommodation_check" CHECK ("factor" BETWEEN 1 AND 10 AND "extra_minutes" >= 0);
ALTER TABLE "attempt"
  ADD CONSTRAINT "attempt_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "attempt_time_check" CHECK ("due_at" >= "started_at" AND "submitted_at" >= "started_at"),
  ADD CONSTRAINT "attempt_submission_check" CHECK (
    ("submitted_at" IS NULL) = ("submitted_by" IS NULL) AND ("submitted_at" IS NULL) = ("receipt" IS NULL)
  );
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_number_check" CHECK ("number" >= 1 AND "base" >= 0 AND "base" < "number"),
  ADD CONSTRAINT "revision_content_check" CHECK (jsonb_typeof("content") = 'object');
ALTER TABLE "grade"
  ADD CONSTRAINT "grade_score_check" CHECK ("score" >= 0 AND "open" >= 0 AND "score" + "open" <= "points"),
  ADD CONSTRAINT "grade_checks_check" CHECK (jsonb_typeof("checks") = 'array' AND "ms" >= 0);
ALTER TABLE "mark"
  ADD CONSTRAINT "mark_score_check" CHECK ("score" >= 0),
  ADD CONSTRAINT "mark_reason_check" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "mark_content_check" CHECK ("score" IS NOT NULL OR btrim("comment") <> '');
ALTER TABLE "audit_event"
  ADD CONSTRAINT "audit_event_check" CHECK ("action" <> '' AND "subject" <> '');

-- One running attempt a person and sitting; the sweeper looks for the overdue ones among them.
CREATE UNIQUE INDEX "attempt_running_key" ON "attempt"("sitting_id", "person_id") WHERE "submitted_at" IS NULL;
CREATE INDEX "attempt_running_due_idx" ON "attempt"("due_at") WHERE "submitted_at" IS NULL;

-- The answer that counts: the newest that came in time and built on the one before it.
CREATE INDEX "revision_current_idx" ON "revision"("attempt_id", "part_id", "number" DESC) WHERE NOT "late" AND NOT "conflict";

-- Append-only tables: what was handed in, said and done cannot be changed by a slip of ours.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "exam_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "exam_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "assignment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "part"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "part"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "part_key"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "part_key"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "grade"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "grade"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "mark"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "mark"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What an attempt is pinned to never changes, and nothing does once it is submitted.
CREATE FUNCTION "refuse_attempt_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'attempts are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD."submitted_at" IS NOT NULL THEN
    RAISE EXCEPTION 'attempt % is submitted: UPDATE refused', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."id", OLD."sitting_id", OLD."person_id", OLD."version_id", OLD."number", OLD."seed", OLD."started_at")
     IS DISTINCT FROM
     (NEW."id", NEW."sitting_id", NEW."person_id", NEW."version_id", NEW."number", NEW."seed", NEW."started_at") THEN
    RAISE EXCEPTION 'attempt % is pinned: UPDATE refused', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "attempt_pinned" BEFORE UPDATE OR DELETE ON "attempt"
  FOR EACH ROW EXECUTE FUNCTION "refuse_attempt_change"();
CREATE TRIGGER "attempt_truncate" BEFORE TRUNCATE ON "attempt"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What counts for each part of each attempt: the newest revision that came in time and built on the
-- one before it, the newest grade of that revision, and the newest mark with a score, which beats
-- it. The only place where this is decided; student, staff and statistics read it from here.
CREATE VIEW "part_score" AS
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
  SELECT "id", "score" FROM "mark"
  WHERE "attempt_id" = a."id" AND "part_id" = p."part_id" AND "score" IS NOT NULL
  ORDER BY "at" DESC, "id" DESC LIMIT 1
) m ON true;
