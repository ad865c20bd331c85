-- AlterTable
ALTER TABLE "sitting" ADD COLUMN     "shows_early" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "sitting" ADD CONSTRAINT "sitting_shows_early_check"
  CHECK (NOT "shows_early" OR "mode" = 'PRACTICE');

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "save_usage" (
    "person_id" UUID NOT NULL,
    "minute_start" TIMESTAMPTZ(3) NOT NULL,
    "minute_saves" INTEGER NOT NULL,
    "day_start" TIMESTAMPTZ(3) NOT NULL,
    "day_bytes" BIGINT NOT NULL,

    CONSTRAINT "save_usage_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_person_id_key" ON "identity"("issuer", "person_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "save_usage" ADD CONSTRAINT "save_usage_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "session" ADD CONSTRAINT "session_check" CHECK ("began_at" < "ends_at");
