import type { LoadedFile } from '@/lib/exam/format';
import type { PositionedYaml } from '@/lib/exam/yaml-positions';
import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import type { Beside } from '@/lib/kinds/exams/pictures/beside';
import { MOST } from '@/lib/kinds/exams/pictures/limits';
import { loadPicture } from '@/lib/kinds/exams/pictures/load-picture';
import { isCalledPicture, nameProblem } from '@/lib/kinds/exams/pictures/names';
import { picturesForStudents } from '@/lib/kinds/exams/pictures/secret';
import { DECORATIVE } from '@/lib/ui/typeset/pictures';
import { type PictureInText, picturesIn } from '@/lib/ui/typeset/pictures-in';
import type { Remark } from './finding';
import { placeOf } from './place-of';
import { type ShownText, shownTexts } from './shown-texts';

/** A picture where a text of the exam shows it. */
interface Use extends PictureInText, Pick<Remark, 'path' | 'position'> {}

/** What is to be said of the pictures of an exam, and those that can be shown, by name. */
export async function checkPictures(
  { exam, yaml }: ParsedExam,
  beside: Beside,
): Promise<{ remarks: Remark[]; files: LoadedFile[] }> {
  const texts = shownTexts(yaml.value).filter(({ form }) => form === 'markdown');
  const uses = texts.flatMap((shown) => usesIn(shown, yaml));
  const forStudents = picturesForStudents(exam);
  const remarks = [
    ...texts.flatMap((shown) => unreadIn(shown, yaml)),
    ...uses.flatMap(useRemarks),
    ...unused(uses, beside),
  ];
  const files: LoadedFile[] = [];
  let bytes = 0;
  for (const use of firstOfEach(uses)) {
    const { name } = use;
    const loaded = await loadPicture(name, beside);
    bytes += loaded.ok ? loaded.value.bytes.length : 0;
    if (!loaded.ok) remarks.push(error(`the picture \`${name}\` ${loaded.error}`, use));
    else if (bytes > MOST.examBytes) {
      remarks.push(error(`with \`${name}\` the pictures of the exam have more than ${LIMIT}`, use));
      break;
    } else files.push({ ...loaded.value, secret: !forStudents.has(name) });
  }
  return { remarks, files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

const LIMIT = `${MOST.examBytes / 1024 / 1024} MB`;

function usesIn({ text, path }: ShownText, yaml: PositionedYaml): Use[] {
  return picturesIn(text).pictures.map((picture) => ({
    ...picture,
    path,
    ...placeOf('![', text, picture.offset, path, yaml),
  }));
}

/** What is wrong with a picture where it stands, whatever the file is. */
function useRemarks(use: Use): Remark[] {
  const { name, alt, title, path } = use;
  const where = whereNoneIs(path);
  if (where !== null) return [error(`a picture cannot be shown here: ${where}`, use)];
  const problem = nameProblem(name);
  const remarks = problem === null ? [] : [error(`the picture \`${name}\` ${problem}`, use)];
  if (alt.trim() !== '' || title === DECORATIVE) return remarks;
  const message = `the picture \`${name}\` has no description for those who cannot see it: ![what it shows](${name}); one that says nothing is ![](${name} "${DECORATIVE}")`;
  return [...remarks, error(message, use)];
}

/** Why no picture can be shown in a text; null where one can. */
function whereNoneIs(path: readonly PropertyKey[]): string | null {
  if (path[0] === 'rules')
    return 'rules are read before the start, when nothing of the exam is seen';
  // What a grader says to one student is typeset as what a student writes is.
  const isSaid = path.at(-1) === 'message' || path.at(-2) === 'not_allowed';
  return isSaid ? 'messages are words and formulas' : null;
}

/** The first use of each picture that may lie beside the exam. */
function firstOfEach(uses: readonly Use[]): Use[] {
  const seen = new Set<string>();
  return uses.filter(({ name, path }) => {
    if (seen.has(name) || nameProblem(name) !== null || whereNoneIs(path) !== null) return false;
    seen.add(name);
    return true;
  });
}

function unreadIn({ text, path }: ShownText, yaml: PositionedYaml): Remark[] {
  const message =
    'this is not read as a picture, which is ![what it shows](name.png); a name has no spaces';
  return picturesIn(text).unread.map((offset) => ({
    ...error(message, { path }),
    ...placeOf('![', text, offset, path, yaml),
  }));
}

function unused(uses: readonly Use[], { names }: Beside): Remark[] {
  const used = new Set(uses.map(({ name }) => name));
  return names
    .filter((name) => isCalledPicture(name) && !used.has(name))
    .map((name) => ({
      severity: 'warning',
      message: `the picture \`${name}\` lies beside the exam, but no text shows it`,
      path: [],
    }));
}

function error(message: string, { path, position }: Pick<Remark, 'path' | 'position'>): Remark {
  return { severity: 'error', message, path, ...(position && { position }) };
}
