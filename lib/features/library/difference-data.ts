import 'server-only';
import { structuredPatch } from 'diff';
import { db } from '@/lib/server/db';
import { canonicalJson, fromJson } from '@/lib/server/json';
import type { LibraryVersion } from './policy';

/** What of a part is another in a later version. */
const ASPECTS = ['points', 'prompt', 'field', 'key', 'solution', 'place'] as const;
type Aspect = (typeof ASPECTS)[number];

export interface PartDifference {
  id: string;
  change: 'added' | 'removed' | 'changed';
  /** Of a changed part. */
  aspects: Aspect[];
}

interface Hunk {
  /** Line numbers in the earlier and in the later text. */
  from: number;
  to: number;
  /** Each begins with `+`, `-` or a space. */
  lines: string[];
}

export interface VersionDifference {
  from: { id: string; number: number };
  to: { id: string; number: number };
  /** What of the exam itself is another: its title, minutes, rules. */
  exam: string[];
  parts: PartDifference[];
  /** Null where the text of one of them was not kept. */
  hunks: Hunk[] | null;
}

/** What is another in a version than in an earlier one of the same exam; null where they are of two. */
export async function differenceBetween(
  earlier: LibraryVersion,
  later: LibraryVersion,
): Promise<VersionDifference | null> {
  const [from, to] = [await wholeVersion(earlier.id), await wholeVersion(later.id)];
  if (from.examId !== to.examId) return null;
  return {
    from: { id: from.id, number: from.number },
    to: { id: to.id, number: to.number },
    exam: changedFields(from, to),
    parts: partDifferences(from.parts, to.parts),
    hunks: from.source === null || to.source === null ? null : hunksOf(from.source, to.source),
  };
}

type WholeVersion = Awaited<ReturnType<typeof wholeVersion>>;

async function wholeVersion(id: string) {
  return db().examVersion.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      examId: true,
      number: true,
      title: true,
      minutes: true,
      rules: true,
      language: true,
      unread: true,
      roundTo: true,
      source: true,
      parts: { orderBy: { position: 'asc' }, include: { key: true } },
    },
  });
}

const EXAM_FIELDS = [
  ['title', 'title'],
  ['minutes', 'minutes'],
  ['rules', 'rules'],
  ['language', 'language'],
  ['unread', 'what an unread answer is'],
  ['roundTo', 'rounding'],
] as const;

function changedFields(from: WholeVersion, to: WholeVersion): string[] {
  return EXAM_FIELDS.flatMap(([field, words]) =>
    String(from[field]) === String(to[field]) ? [] : [words],
  );
}

type WholePart = WholeVersion['parts'][number];

function partDifferences(from: readonly WholePart[], to: readonly WholePart[]): PartDifference[] {
  const removed = from.filter(({ partId }) => !to.some((part) => part.partId === partId));
  const rest = to.flatMap((part): PartDifference[] => {
    const before = from.find(({ partId }) => partId === part.partId);
    if (!before) return [{ id: part.partId, change: 'added', aspects: [] }];
    const aspects = ASPECTS.filter((aspect) => aspectOf(before, aspect) !== aspectOf(part, aspect));
    return aspects.length > 0 ? [{ id: part.partId, change: 'changed', aspects }] : [];
  });
  return [
    ...rest,
    ...removed.map(({ partId }) => ({ id: partId, change: 'removed' as const, aspects: [] })),
  ];
}

/** What is compared, as a text. */
function aspectOf(part: WholePart, aspect: Aspect): string {
  switch (aspect) {
    case 'points':
      return part.points.toString();
    case 'prompt':
      return part.prompt;
    case 'field':
      return `${part.kind} ${canonicalJson(fromJson(part.spec))}`;
    case 'key':
      return part.key ? canonicalJson(fromJson(part.key.key)) : '';
    case 'solution':
      return part.key?.solution ?? '';
    case 'place':
      return `${part.assignment} ${part.label}`;
  }
}

const CONTEXT_LINES = 2;

function hunksOf(from: string, to: string): Hunk[] {
  const { hunks } = structuredPatch('', '', from, to, '', '', { context: CONTEXT_LINES });
  return hunks.map(({ oldStart, newStart, lines }) => ({ from: oldStart, to: newStart, lines }));
}
