/**
 * What has to be in place before an exam, told from what is stored. Nobody ticks anything off: an item
 * is ready once what it speaks of is.
 */

export type ChecklistState = 'ready' | 'attention' | 'missing';

export interface ChecklistItem {
  id: string;
  title: string;
  state: ChecklistState;
  /** What is there or lacks, in a sentence or two. */
  text: string;
  /** The page where it is mended. */
  href: string;
}

/** What the checklist is told from. */
export interface ChecklistFacts {
  sittingId: string;
  courseId: string;
  versionId: string;
  /** Who may sit it. */
  people: number;
  /** Of these, who has neither set a password nor signed in by OpenID Connect. */
  withoutAccount: number;
  isForList: boolean;
  /** Null where the exam came with the server, which checks its exams as it loads them. */
  check: { answers: number; errors: number } | null;
  trial: { submitted: number; failed: number; open: number; best: number; points: number };
  /** When it is, in a sentence, and what is odd about that. */
  times: { summary: string; warnings: readonly string[] };
  moreTime: number;
  entrance: { accessCode: string | null; networks: number; seb: boolean };
  isHeld: boolean;
  workers: number;
  /** In hours; null where none is known. */
  backupAge: number | null;
}

const BACKUP_HOURS = 24;

/** The items, in the order in which one prepares an exam. */
export function checklist(facts: ChecklistFacts): ChecklistItem[] {
  const { sittingId, courseId } = facts;
  const page = `/staff/sittings/${sittingId}`;
  const course = `/courses/${courseId}`;
  const version = `${course}/exams/versions/${facts.versionId}`;
  return [
    { id: 'people', title: 'Students', href: peoplePage(facts), ...people(facts) },
    { id: 'check', title: 'Exam checked', href: version, ...checked(facts) },
    { id: 'trial', title: 'Test run', href: version, ...trial(facts.trial) },
    { id: 'times', title: 'Times', href: `${page}/edit`, ...times(facts.times) },
    {
      ...{ id: 'more-time', title: 'More time', href: `${course}/accommodations`, state: 'ready' },
      text: moreTime(facts.moreTime),
    },
    { id: 'entrance', title: 'Entrance', href: `${page}/edit`, ...entrance(facts) },
    { id: 'worker', title: 'Grading', href: page, ...worker(facts.workers) },
    { id: 'backup', title: 'Backup', href: page, ...backup(facts.backupAge) },
  ];
}

type Told = Pick<ChecklistItem, 'state' | 'text'>;

const peoplePage = ({ isForList, sittingId, courseId }: ChecklistFacts) =>
  isForList ? `/staff/sittings/${sittingId}/edit` : `/courses/${courseId}/people`;

function people({ people: count, withoutAccount, isForList }: ChecklistFacts): Told {
  if (count === 0) {
    const text = isForList
      ? 'Nobody is on its list.'
      : 'The course has no students: import them, or make a link.';
    return { state: 'missing', text };
  }
  const text = `${plural(count, 'person', 'people')} may sit it, ${isForList ? 'by its list' : 'all students of the course'}.`;
  if (withoutAccount === 0) return { state: 'ready', text };
  const verb = withoutAccount === 1 ? 'has' : 'have';
  return { state: 'attention', text: `${text} ${withoutAccount} ${verb} never signed in.` };
}

function checked({ check }: ChecklistFacts): Told {
  if (!check) return { state: 'ready', text: 'It came with the server, which checked it.' };
  const { answers, errors } = check;
  if (errors > 0) return { state: 'missing', text: `The check found ${plural(errors, 'error')}.` };
  if (answers === 0)
    return { state: 'attention', text: 'It has no tests: no answer was tried on its key.' };
  const were = answers === 1 ? 'was' : 'were';
  return { state: 'ready', text: `${plural(answers, 'answer')} ${were} graded as expected.` };
}

function trial({ submitted, failed, open, best, points }: ChecklistFacts['trial']): Told {
  if (submitted === 0) return { state: 'attention', text: 'Nobody has sat it to try it yet.' };
  const runs = `${plural(submitted, 'run')}, the best with ${best} of ${points} points`;
  if (failed > 0)
    return { state: 'missing', text: `${runs}; the grading of ${failed} has not ended.` };
  if (open > 0) return { state: 'attention', text: `${runs}; ${open} points wait for a person.` };
  return { state: 'ready', text: `${runs}.` };
}

function times({ summary, warnings }: ChecklistFacts['times']): Told {
  const text = [summary, ...warnings].join(' ');
  return { state: warnings.length > 0 ? 'attention' : 'ready', text };
}

function moreTime(count: number): string {
  if (count === 0) return 'Nobody has more time.';
  return `${plural(count, 'person has', 'people have')} more time.`;
}

function entrance({ entrance: { accessCode, networks, seb }, isHeld }: ChecklistFacts): Told {
  const conditions = [
    ...(accessCode === null ? [] : [`the code ${accessCode}`]),
    ...(networks > 0 ? [`one of ${plural(networks, 'network')}`] : []),
    ...(seb ? ['Safe Exam Browser'] : []),
  ];
  const start = isHeld ? ' Nobody begins before you press Start.' : '';
  if (conditions.length === 0) {
    const text = `Whoever may sit it begins from anywhere, without a code.${start}`;
    return { state: isHeld ? 'ready' : 'attention', text };
  }
  return { state: 'ready', text: `One begins with ${conditions.join(' and ')}.${start}` };
}

function worker(workers: number): Told {
  if (workers > 0) return { state: 'ready', text: 'The worker that grades is running.' };
  const text =
    'No worker is running: answers are saved and handed in, but nothing is graded. Tell your admin.';
  return { state: 'missing', text };
}

function backup(age: number | null): Told {
  if (age === null)
    return { state: 'attention', text: 'No backup by nabla backup is known of here.' };
  const text =
    age < 1 ? 'Made within the last hour.' : `Made ${plural(Math.floor(age), 'hour')} ago.`;
  return { state: age <= BACKUP_HOURS ? 'ready' : 'attention', text };
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
