-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'DROPPED');

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "course_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "trying_since" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "words" TEXT NOT NULL DEFAULT '',
    "invitation_id" UUID,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_invitation_id_key" ON "mail"("invitation_id");

-- CreateIndex
CREATE INDEX "mail_person_id_at_idx" ON "mail"("person_id", "at");

-- CreateIndex
CREATE INDEX "mail_course_id_at_idx" ON "mail"("course_id", "at");

-- CreateIndex
CREATE INDEX "mail_by_id_idx" ON "mail"("by_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One mail at a time is on its way to a person, however often somebody clicks.
CREATE UNIQUE INDEX "mail_queued_key" ON "mail"("person_id") WHERE "state" = 'QUEUED';

ALTER TABLE "mail" ADD CONSTRAINT "mail_settled_check" CHECK (("state" = 'QUEUED') = ("settled_at" IS NULL));
ALTER TABLE "mail" ADD CONSTRAINT "mail_trying_check" CHECK ("trying_since" IS NULL OR "state" = 'QUEUED');
