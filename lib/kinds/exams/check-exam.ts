import type { LoadedFile } from '@/lib/exam/format';
import { placedInExam } from '@/lib/exam/place-in-exam';
import {
  type ExamProblem,
  inOrder,
  type PositionedYaml,
  readYaml,
} from '@/lib/exam/yaml-positions';
import { runExamTests } from './exam-tests';
import { controlCharacters } from './findings/control-characters';
import type { Finding, Remark } from './findings/finding';
import { brokenFormulas } from './findings/formulas';
import { gradedRight } from './findings/graded-right';
import { shadowingLetters } from './findings/letters';
import { equalLabels, slugUnlikeFolder, untestedParts } from './findings/missing-and-double';
import { checkPictures } from './findings/pictures';
import { pointlessMilestones } from './findings/proof-milestones';
import { type ParsedExam, parseExam } from './parse-exam';
import { type Beside, NOTHING_BESIDE } from './pictures/beside';

export interface CheckedExam {
  /** Null where the file is not of the format. */
  parsed: ParsedExam | null;
  /** The pictures that it shows and that can be shown, by name. */
  files: LoadedFile[];
  /** How many tests and references were graded. */
  ran: number;
  /** All that is to be said of the file, from its beginning to its end. */
  findings: Finding[];
}

/**
 * Everything that can be said of an exam file before it is published: what is broken, what its own
 * tests say, and what its author probably did not mean.
 * @param folder the name of the folder that the file is in
 * @param beside the files that lie in it
 */
export async function checkExam(
  source: string,
  {
    file,
    folder,
    seeds = 1,
    beside = NOTHING_BESIDE,
  }: { file: string; folder: string; seeds?: number; beside?: Beside },
): Promise<CheckedExam> {
  const parsed = parseExam(source, file);
  if (!parsed.ok) {
    // What is hidden in a text may be why it does not have the form that it should.
    const yaml = readYaml(source, file);
    const hidden = yaml.problems.length > 0 ? [] : inFile(controlCharacters(yaml), yaml, file);
    return {
      parsed: null,
      files: [],
      ran: 0,
      findings: inOrder([...errors(parsed.error), ...hidden]),
    };
  }
  const { yaml } = parsed.value;
  const hidden = controlCharacters(yaml);
  const pictures = await checkPictures(parsed.value, beside);
  const remarks = [
    ...hidden,
    ...brokenFormulas(yaml, hidden),
    ...pictures.remarks,
    ...equalLabels(parsed.value),
    ...untestedParts(parsed.value),
    ...slugUnlikeFolder(parsed.value, folder),
    ...shadowingLetters(parsed.value),
    ...(await gradedRight(parsed.value)),
    ...(await pointlessMilestones(parsed.value)),
  ];
  const { ran, problems } = await runExamTests(parsed.value, file, seeds);
  const findings = [...inFile(remarks, yaml, file), ...errors(problems)];
  return { parsed: parsed.value, files: pictures.files, ran, findings: inOrder(findings) };
}

function errors(problems: readonly ExamProblem[]): Finding[] {
  return problems.map((problem) => ({ severity: 'error', ...problem }));
}

function inFile(remarks: readonly Remark[], yaml: PositionedYaml, file: string): Finding[] {
  return placedInExam(remarks, yaml, file).map(({ problem: { severity }, ...placed }) => ({
    severity,
    ...placed,
  }));
}
