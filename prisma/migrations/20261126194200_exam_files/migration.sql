-- CreateTable
CREATE TABLE "exam_file" (
    "version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,

    CONSTRAINT "exam_file_pkey" PRIMARY KEY ("version_id","name")
);

-- CreateTable
CREATE TABLE "file_content" (
    "hash" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "exam_file_hash_idx" ON "exam_file"("hash");

-- AddForeignKey
ALTER TABLE "exam_file" ADD CONSTRAINT "exam_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exam_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_file" ADD CONSTRAINT "exam_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "file_content"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language cannot say.

-- Checks: a picture is what its hash says, of a type that is served, with a name that needs no escaping.
ALTER TABLE "exam_file"
  ADD CONSTRAINT "exam_file_name_check" CHECK ("name" ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$');
ALTER TABLE "file_content"
  ADD CONSTRAINT "file_content_hash_check" CHECK ("hash" = encode(sha256("bytes"), 'hex')),
  ADD CONSTRAINT "file_content_media_type_check" CHECK (
    "media_type" IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml')
  ),
  ADD CONSTRAINT "file_content_size_check" CHECK ("width" > 0 AND "height" > 0);

-- Pictures are compressed already.
ALTER TABLE "file_content" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- Like all of a version, they stay as students saw them.
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "exam_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "exam_file"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "file_content"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "file_content"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
