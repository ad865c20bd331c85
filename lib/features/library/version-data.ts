import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import { picturesOf } from '@/lib/features/exams/file-data';
import type { Reference } from '@/lib/kinds/contract';
import { referenceOf } from '@/lib/kinds/exams/reference';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import type { LibraryVersion } from './policy';

export interface PreviewPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  prompt: string;
  spec: JsonValue;
  reference: Reference | null;
  solution: string;
}

export interface VersionPreview {
  id: string;
  examId: string;
  number: number;
  title: string;
  slug: string;
  language: string;
  minutes: number;
  rules: string;
  points: number;
  publishedAt: Date | null;
  /** Whether the check of its upload found errors; such a version is not published. */
  hasErrors: boolean;
  draftId: string | null;
  pictures: Pictures;
  assignments: {
    number: number;
    title: string;
    prompt: string;
    points: number;
    parts: PreviewPart[];
  }[];
  /** The other versions of the exam, newest first. */
  others: { id: string; number: number }[];
}

/** A version as its students and its staff will see it. */
export async function versionPreview(version: LibraryVersion): Promise<VersionPreview> {
  const stored = await db().examVersion.findUniqueOrThrow({
    where: { id: version.id },
    select: {
      id: true,
      number: true,
      title: true,
      language: true,
      minutes: true,
      rules: true,
      exam: {
        select: {
          id: true,
          slug: true,
          versions: { orderBy: { number: 'desc' }, select: { id: true, number: true } },
        },
      },
      publication: { select: { at: true } },
      assignments: { orderBy: { position: 'asc' } },
      parts: { orderBy: { position: 'asc' }, include: { key: true } },
    },
  });
  const { exam, publication, assignments, parts, ...rest } = stored;
  const checked = await checkOf(version);
  return {
    ...rest,
    examId: exam.id,
    slug: exam.slug,
    points: parts.reduce((sum, { points }) => sum + points.toNumber(), 0),
    publishedAt: publication?.at ?? null,
    ...checked,
    pictures: await picturesOf(version.id, 'all'),
    assignments: assignments.map(({ position, title, prompt, points }) => ({
      number: position,
      title,
      prompt,
      points: points.toNumber(),
      parts: parts.filter(({ assignment }) => assignment === position).map(previewOf),
    })),
    others: exam.versions.filter(({ id }) => id !== version.id),
  };
}

function previewOf(part: {
  partId: string;
  label: string;
  kind: string;
  prompt: string;
  points: { toNumber: () => number };
  spec: Parameters<typeof fromJson>[0];
  key: { key: Parameters<typeof fromJson>[0]; solution: string } | null;
}): PreviewPart {
  const spec = fromJson(part.spec);
  return {
    id: part.partId,
    label: part.label,
    points: part.points.toNumber(),
    kind: part.kind,
    prompt: part.prompt,
    spec,
    reference: part.key && referenceOf(part.kind, spec, fromJson(part.key.key)),
    solution: part.key?.solution ?? '',
  };
}

/** What the check of the upload said that a version came from. */
export async function checkOf(
  version: LibraryVersion,
): Promise<{ hasErrors: boolean; draftId: string | null }> {
  const rows = await db().$queryRaw<{ id: string; errors: boolean }[]>`
    SELECT id, coalesce(findings, '[]'::jsonb) @> '[{"severity": "error"}]'::jsonb AS errors
    FROM exam_draft WHERE version_id = ${version.id}::uuid AND course_id = ${version.courseId}::uuid
    ORDER BY at DESC LIMIT 1`;
  return { hasErrors: rows[0]?.errors ?? false, draftId: rows[0]?.id ?? null };
}
