import type { LoadedExam } from '@/lib/exam/format';
import { checkExam } from '@/lib/kinds/exams/check-exam';
import type { Finding } from '@/lib/kinds/exams/findings/finding';
import { hashOf } from '@/lib/kinds/exams/load-exam';
import { fail, ok } from '@/lib/result';
import type { Upload } from './upload';

export interface CheckedUpload {
  /** Null where the file is not of the format. */
  exam: LoadedExam | null;
  findings: Finding[];
  /** How many tests and references were graded. */
  ran: number;
}

/** Everything that `nabla check` says of an exam, of one that was uploaded. */
export async function checkUpload({ name, source, files }: Upload): Promise<CheckedUpload> {
  const checked = await checkExam(source, {
    file: 'exam.yaml',
    folder: name,
    beside: {
      names: files.map((file) => file.name).toSorted(),
      read: async (wanted) => {
        const file = files.find((each) => each.name === wanted);
        return file ? ok(file.bytes) : fail('does not lie beside exam.yaml');
      },
    },
  });
  const { parsed, findings, ran } = checked;
  const hash = hashOf(source, checked.files);
  const exam = parsed && { ...parsed.exam, files: checked.files, source, hash };
  return { exam, findings, ran };
}
