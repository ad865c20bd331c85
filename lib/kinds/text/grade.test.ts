import { expect, it } from 'vitest';
import { grade } from './grade';

it('tells staff the rubric with its points, or that there is none', () => {
  const input = {
    spec: {},
    answer: { text: 'words' },
    points: 3,
    seed: 'seed',
    earlier: {},
  };
  const rubric = [
    { text: 'names it', points: 2 },
    { text: 'says why', points: 1 },
  ];
  const [graded] = grade({ ...input, key: { rubric } });
  expect(graded).toMatchObject({
    verdict: 'review',
    score: 0,
    points: 3,
    evidence: 'Rubric: names it (2); says why (1).',
  });
  expect(grade({ ...input, key: { rubric: [] } })[0]?.evidence).toBe('No rubric.');
});
