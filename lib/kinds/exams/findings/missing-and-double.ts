import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';
import { partsOf, type Remark } from './finding';

/** Parts that are called the same within one assignment. */
export function equalLabels({ exam }: ParsedExam): Remark[] {
  return exam.assignments.flatMap(({ parts }, a) =>
    parts.flatMap(({ label }, p): Remark[] => {
      const first = parts.findIndex((other) => other.label === label);
      const other = parts[first];
      if (first === p || !other) return [];
      const name = label === '' ? 'has no label either' : `is labelled "${label}" as well`;
      return [
        {
          severity: 'warning',
          message: `part ${other.id} ${name}; students cannot tell them apart by name`,
          path: ['assignments', a, 'parts', p, 'label'],
        },
      ];
    }),
  );
}

/** Parts of which nothing says how the machine is to grade their answers. */
export function untestedParts(parsed: ParsedExam): Remark[] {
  return partsOf(parsed)
    .filter(({ part: { kind } }) => !(isKindName(kind) && authoring[kind].onlyByPerson))
    .filter(({ part }) => (parsed.tests.get(part.id) ?? []).length === 0)
    .map(({ path }) => ({
      severity: 'warning',
      message: 'there are no `tests`: write a right answer, a wrong one, and what each earns',
      path,
    }));
}

/** An exam is found by its folder and known by its slug. */
export function slugUnlikeFolder({ exam }: ParsedExam, folder: string): Remark[] {
  if (exam.slug === folder) return [];
  const message = `is "${exam.slug}", but the folder is called "${folder}"`;
  return [{ severity: 'warning', message, path: ['slug'] }];
}
