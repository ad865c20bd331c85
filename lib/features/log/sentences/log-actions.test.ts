import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '@/lib/server/audit-actions';
import { LOG_ACTIONS } from './log-actions';

const FACTS = {
  ...{ whom: 'Ada', isOwn: false, sitting: 'Exam T1', exam: 'Exam, version 2' },
  detail: {
    ...{ text: 'a text', partId: '1a', score: 2, before: { by: 'grade', score: 1 }, minutes: 5 },
    ...{ role: 'STUDENT', enrolled: ['x'], changed: [], people: 3, words: '550 no', title: 'T' },
    ...{ factor: 1.25, extraMinutes: 10, givenMinutes: 1, name: 'exam.zip', version: 2 },
    ...{ expiresAt: '2026-02-01T09:00:00Z', issuer: 'https://login.example', closed: true },
    after: { title: 'T', timeZone: 'Europe/Berlin' },
  },
};

describe('everything that is put on record', () => {
  // Records of old rows may lack what is written today.
  it.each([...AUDIT_ACTIONS])('%s is told, with and without its detail', (action) => {
    const said = LOG_ACTIONS[action].says(FACTS);
    expect(said).toMatch(/^[a-z].{5,}$/);
    expect(said).not.toMatch(/undefined|null|NaN|\[object| {2}/);
    const bare = { ...FACTS, detail: {} };
    expect(LOG_ACTIONS[action].says(bare)).not.toMatch(/undefined|NaN|\[object/);
    expect(LOG_ACTIONS[action].says({ ...FACTS, detail: null })).toMatch(/^[a-z]/);
  });

  it('has a sentence for nothing else', () => {
    expect(Object.keys(LOG_ACTIONS).toSorted()).toEqual([...AUDIT_ACTIONS].toSorted());
  });

  it('keeps times, people and exams from graders: a reason may be a diagnosis', () => {
    const hidden = AUDIT_ACTIONS.filter((action) => !LOG_ACTIONS[action].forGraders);
    const shown = AUDIT_ACTIONS.filter((action) => LOG_ACTIONS[action].forGraders);
    for (const action of AUDIT_ACTIONS.filter((each) =>
      /^(time|person|roster|mail|course|exam|identity)\./.test(each),
    ))
      expect(hidden).toContain(action);
    expect(shown).toContain('mark.override');
  });
});

it('a sentence reads as one would say it', () => {
  expect(LOG_ACTIONS['mark.override'].says(FACTS)).toBe(
    'gave Ada 2 points for part 1a of Exam T1 instead of 1 by the machine',
  );
  expect(LOG_ACTIONS['time.give'].says(FACTS)).toBe('gave Ada 1 minute on top in Exam T1');
  expect(LOG_ACTIONS['attempt.submit'].says({ ...FACTS, isOwn: true })).toBe('handed in Exam T1');
  const edited = {
    ...FACTS,
    detail: { opensAt: 'x', sebConfigKeys: [], sebExamKeys: [], moved: [1] },
  };
  expect(LOG_ACTIONS['sitting.edit'].says(edited)).toBe(
    'changed Exam T1: the opening, Safe Exam Browser; the end of 1 attempt moved',
  );
});
