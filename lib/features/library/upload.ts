import { unzipSync } from 'fflate';
import { isStorable } from '@/lib/exam/storable';
import { MOST } from '@/lib/kinds/exams/pictures/limits';
import { fail, ok, type Result } from '@/lib/result';

export interface UploadedFile {
  /** With its folders, `exam-t1/figure.png`. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** An exam as it was uploaded: the text of its file and what lies beside it. */
export interface Upload {
  /** The folder's name, or the zip file's without its ending. */
  name: string;
  source: string;
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/** Of a whole upload: the text, the pictures of an exam, and what a zip file adds. */
export const MOST_BYTES = MOST.examBytes + 2 * 1024 * 1024;
const MOST_FILES = 300;
const MOST_SOURCE = 1024 * 1024;

/**
 * Finds the exam in what was uploaded: a zip file, the files of a folder, or `exam.yaml` alone. Fails
 * with a sentence for whoever uploaded it.
 */
export function readUpload(uploaded: readonly UploadedFile[]): Result<Upload, string> {
  const [first] = uploaded;
  if (!first) return fail('Nothing was uploaded.');
  const isZip = uploaded.length === 1 && /\.zip$/i.test(first.path);
  const unpacked = isZip ? unzip(first.bytes) : ok(uploaded);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value.filter(({ path }) => !isHidden(path));
  if (files.length > MOST_FILES) return fail(`More than ${MOST_FILES} files were uploaded.`);
  const exams = files.filter(({ path }) => nameOf(path) === 'exam.yaml');
  const [exam, other] = exams;
  if (!exam) {
    const seen = files.slice(0, 5).map(({ path }) => path);
    return fail(`There is no exam.yaml in it; there is: ${seen.join(', ') || 'nothing'}.`);
  }
  if (other) return fail(`There are several exams in it: ${exam.path}, ${other.path}.`);
  const source = textOf(exam.bytes);
  if (!source.ok) return source;
  const folder = folderOf(exam.path);
  const beside = files.filter((file) => file !== exam && folderOf(file.path) === folder);
  const name = nameOf(folder) || (isZip ? nameOf(first.path).replace(/\.zip$/i, '') : 'exam');
  return ok({
    name,
    source: source.value,
    files: beside.map(({ path, bytes }) => ({ name: nameOf(path), bytes })),
  });
}

function unzip(bytes: Uint8Array<ArrayBuffer>): Result<UploadedFile[], string> {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      // What is unpacked has the size that is said here, so that a small file cannot become a huge one.
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new RangeError('too large');
        return originalSize > 0;
      },
    });
    return ok(
      Object.entries(entries).map(([path, content]) => ({ path, bytes: new Uint8Array(content) })),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      return fail(`Unpacked, the zip file has more than ${MOST_BYTES / 1024 / 1024} MB.`);
    }
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The zip file cannot be read (${why}).`);
  }
}

function textOf(bytes: Uint8Array): Result<string, string> {
  if (bytes.length > MOST_SOURCE) return fail('exam.yaml has more than 1 MB.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isStorable(text) ? ok(text) : fail('exam.yaml holds a character NUL; save it as text.');
  } catch {
    return fail('exam.yaml is not written in UTF-8; save it in that encoding.');
  }
}

/** What systems and editors leave in folders. */
function isHidden(path: string): boolean {
  return path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
