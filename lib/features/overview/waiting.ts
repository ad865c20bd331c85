import type { TaughtSitting } from '@/lib/features/review/data';
import type { CourseCounts, SittingCounts, WaitingItem } from './waiting-item';

/**
 * What waits in a course, most urgent first, nothing twice.
 * @param ofCourse null for graders, to whom the people and exams of a course are not shown
 */
export function waitingItems(
  courseId: string,
  sittings: readonly TaughtSitting[],
  ofSittings: ReadonlyMap<string, SittingCounts>,
  ofCourse: CourseCounts | null,
): WaitingItem[] {
  const items = [
    ...sittings.flatMap((sitting) => {
      const counts = ofSittings.get(sitting.id);
      return counts ? inSitting(sitting, counts, ofCourse !== null) : [];
    }),
    ...(ofCourse ? inCourse(courseId, ofCourse) : []),
  ].filter(({ count }) => count > 0);
  return items.toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent));
}

function inSitting(
  sitting: TaughtSitting,
  { questions, failed, unread, late }: SittingCounts,
  mayRelease: boolean,
): WaitingItem[] {
  const { id, title, mode, releasedAt, undecided, submitted, running } = sitting;
  const page = `/staff/sittings/${id}`;
  // Of practice nobody has to decide anything, and released results are decided.
  const isOpen = mode === 'EXAM' && releasedAt === null;
  const isReady = isOpen && sitting.window === 'over' && running === 0 && undecided === 0;
  const item = (count: number, what: string, href: string, isUrgent = false): WaitingItem => ({
    ...{ count, href, isUrgent, where: title },
    what,
  });
  return [
    item(questions, words(questions, 'question', 'without an answer'), `${page}/monitor`, true),
    item(failed, words(failed, 'grading', 'that failed'), page, true),
    item(isOpen ? undecided : 0, words(undecided, 'script', 'to decide'), `${page}?state=review`),
    item(isOpen ? unread : 0, words(unread, 'part', 'that could not be read'), `${page}/unread`),
    item(
      isOpen ? late : 0,
      words(late, 'attempt', 'with something that came late'),
      `${page}?state=late-open`,
    ),
    item(isReady && mayRelease ? submitted : 0, words(submitted, 'result', 'to release'), page),
  ];
}

function inCourse(courseId: string, counts: CourseCounts): WaitingItem[] {
  const { drafts, invited, uninvited, mails } = counts;
  const page = `/courses/${courseId}`;
  const item = (count: number, what: string, href: string, isUrgent = false): WaitingItem => ({
    ...{ count, href: `${page}${href}`, isUrgent, where: null },
    what,
  });
  return [
    item(mails, words(mails, 'mail', 'that failed'), '/people?account=failed', true),
    item(
      uninvited,
      words(uninvited, 'person', 'without an invitation', 'people'),
      '/people?account=none',
    ),
    item(invited, words(invited, 'invitation', 'not taken yet'), '/people?account=invited'),
    item(drafts, words(drafts, 'exam', 'not published yet'), '/exams'),
  ];
}

function words(count: number, one: string, rest: string, more = `${one}s`): string {
  return `${count === 1 ? one : more} ${rest}`;
}
