import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { db } from '@/lib/server/db';
import type { LibraryDraft } from './policy';
import { findingsSchema, type StoredFinding } from './schema';

export interface LibraryVersionRow {
  id: string;
  number: number;
  title: string;
  minutes: number;
  points: number;
  parts: number;
  createdAt: Date;
  publishedAt: Date | null;
  /** Sittings of this course that offer it. */
  sittings: number;
  /** The upload that it came from, with what its check said; null for the server's own. */
  draftId: string | null;
}

export interface LibraryExam {
  id: string;
  slug: string;
  /** In the library of the server, which every course has. */
  isServers: boolean;
  /** Newest first. */
  versions: LibraryVersionRow[];
}

/** The exams that a course can offer: its own, then the server's. */
export async function libraryOf(course: InstructedCourse): Promise<LibraryExam[]> {
  const exams = await db().exam.findMany({
    where: { OR: [{ courseId: course.id }, { courseId: null }] },
    orderBy: { slug: 'asc' },
    select: {
      id: true,
      slug: true,
      courseId: true,
      versions: {
        orderBy: { number: 'desc' },
        select: {
          id: true,
          number: true,
          title: true,
          minutes: true,
          createdAt: true,
          publication: { select: { at: true } },
          parts: { select: { points: true } },
          drafts: {
            where: { courseId: course.id },
            orderBy: { at: 'desc' },
            take: 1,
            select: { id: true },
          },
          _count: {
            select: { sittings: { where: { courseId: course.id, mode: { not: 'TRIAL' } } } },
          },
        },
      },
    },
  });
  const described = exams.map(({ id, slug, courseId, versions }) => ({
    id,
    slug,
    isServers: courseId === null,
    versions: versions.map(({ publication, parts, drafts, _count, ...version }) => ({
      ...version,
      points: parts.reduce((sum, { points }) => sum + points.toNumber(), 0),
      parts: parts.length,
      publishedAt: publication?.at ?? null,
      sittings: _count.sittings,
      draftId: drafts[0]?.id ?? null,
    })),
  }));
  return described.toSorted((a, b) => Number(a.isServers) - Number(b.isServers));
}

export interface DraftRow {
  id: string;
  name: string;
  at: Date;
  /** Null for the command line. */
  by: string | null;
  checkedAt: Date | null;
}

const MOST_DRAFTS = 20;

/** Uploads that are being checked or could not become a version, newest first. */
export async function openDrafts(course: InstructedCourse): Promise<DraftRow[]> {
  const drafts = await db().examDraft.findMany({
    where: { courseId: course.id, versionId: null },
    orderBy: { at: 'desc' },
    take: MOST_DRAFTS,
    select: { id: true, name: true, at: true, checkedAt: true, by: { select: { name: true } } },
  });
  return drafts.map(({ by, ...draft }) => ({ ...draft, by: by?.name ?? null }));
}

export interface Draft extends DraftRow {
  source: string;
  findings: StoredFinding[];
  /** How many tests and references were graded. */
  ran: number;
  version: { id: string; number: number; title: string; publishedAt: Date | null } | null;
}

export async function draft({ id }: LibraryDraft): Promise<Draft> {
  return draftOf(id);
}

/** The same for whoever has uploaded it just now. */
export async function draftOf(id: string): Promise<Draft> {
  const stored = await db().examDraft.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      at: true,
      source: true,
      checkedAt: true,
      findings: true,
      ran: true,
      by: { select: { name: true } },
      version: {
        select: { id: true, number: true, title: true, publication: { select: { at: true } } },
      },
    },
  });
  const { version, findings, by, ...rest } = stored;
  return {
    ...rest,
    by: by?.name ?? null,
    findings: findingsSchema.parse(findings ?? []),
    ran: stored.ran ?? 0,
    version: version && {
      id: version.id,
      number: version.number,
      title: version.title,
      publishedAt: version.publication?.at ?? null,
    },
  };
}
