import type { JsonValue } from '@/lib/exam/check';
import type { Suspect } from '@/lib/kinds/contract';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';
import { type PlacedPart, partsOf, type Remark } from './finding';

/** Answers that a kind suspects (`suspects`), graded: those that are right are told. */
export async function gradedRight(parsed: ParsedExam): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const { part, path } of partsOf(parsed)) {
    if (!isKindName(part.kind)) continue;
    for (const suspect of authoring[part.kind].suspects(part.spec, part.key)) {
      if (!(await isRight(suspect, part, parsed))) continue;
      const { severity, message } = suspect;
      remarks.push({ severity, message, path: [...path, ...suspect.path] });
    }
  }
  return remarks;
}

/** A key that cannot be used is told where the references are graded. */
async function isRight(
  { answer, checks }: Suspect<JsonValue>,
  part: PlacedPart['part'],
  { exam: { roundTo, unread } }: ParsedExam,
): Promise<boolean> {
  const setting = { note: null, roundTo, unread, seed: part.id, earlier: {} };
  const graded = await gradePart({ ...part, ...setting, answer });
  if (!graded.ok) return false;
  return graded.value.checks.some(
    ({ name, verdict }) => checks.includes(name) && verdict === 'right',
  );
}
