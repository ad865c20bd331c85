import { describe, expect, test } from 'vitest';
import { type ChecklistFacts, checklist } from './checklist';

const READY: ChecklistFacts = {
  ...{ sittingId: 's', courseId: 'c', versionId: 'v' },
  ...{ people: 300, withoutAccount: 0, isForList: false, isHeld: false },
  check: { answers: 40, errors: 0 },
  trial: { submitted: 2, failed: 0, open: 0, best: 26, points: 26 },
  times: { summary: 'Opens at nine.', warnings: [] },
  ...{ moreTime: 2, workers: 1, backupAge: 3.5 },
  entrance: { accessCode: 'K7XP', networks: 0, seb: false },
};

const stateOf = (id: string, changes: Partial<ChecklistFacts>) =>
  checklist({ ...READY, ...changes }).find((item) => item.id === id)?.state;

describe('the checklist before an exam', () => {
  test('all is ready where all is in place', () => {
    expect(checklist(READY).filter(({ state }) => state !== 'ready')).toEqual([]);
  });

  test.each<[string, Partial<ChecklistFacts>, 'attention' | 'missing']>([
    ['people', { people: 0 }, 'missing'],
    ['people', { withoutAccount: 4 }, 'attention'],
    ['check', { check: { answers: 12, errors: 1 } }, 'missing'],
    ['check', { check: { answers: 0, errors: 0 } }, 'attention'],
    ['trial', { trial: { ...READY.trial, submitted: 0 } }, 'attention'],
    ['trial', { trial: { ...READY.trial, open: 1.5 } }, 'attention'],
    ['trial', { trial: { ...READY.trial, failed: 1 } }, 'missing'],
    ['times', { times: { summary: '', warnings: ['The window is too short.'] } }, 'attention'],
    ['entrance', { entrance: { accessCode: null, networks: 0, seb: false } }, 'attention'],
    ['worker', { workers: 0 }, 'missing'],
    ['backup', { backupAge: null }, 'attention'],
    ['backup', { backupAge: 30 }, 'attention'],
  ])('%s says where something lacks (%o)', (id, changes, state) => {
    expect(stateOf(id, changes)).toBe(state);
  });

  test('one who must press Start is told so, and needs no code', () => {
    const changes = { isHeld: true, entrance: { accessCode: null, networks: 0, seb: false } };
    const entrance = checklist({ ...READY, ...changes }).find(({ id }) => id === 'entrance');
    expect(entrance).toMatchObject({
      state: 'ready',
      text: expect.stringContaining('press Start'),
    });
  });
});
