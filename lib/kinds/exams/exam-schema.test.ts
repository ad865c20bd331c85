import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '@/lib/exam/yaml-positions';
import { goldenParts } from '@/lib/kinds/registry/golden';
import { kindNames } from '@/lib/kinds/registry/names';
import { mismatches } from '@/lib/testing/json-schema';
import { examJsonSchema } from './exam-schema';

const SEED = 'exams/deep-learning-ss2022-t1/exam.yaml';
const text = await readFile(SEED, 'utf8');
const schema = examJsonSchema();

const withPart = (part: object) => ({
  slug: 's',
  title: 'T',
  minutes: 5,
  assignments: [{ title: 'A', parts: [{ id: 'a', points: 1, prompt: 'P', ...part }] }],
});

describe('the JSON Schema of exam files', () => {
  it('is where the seed exam says that it is', async () => {
    const path = /^# yaml-language-server: \$schema=(.+)\n/.exec(text)?.[1] ?? '';
    const committed: unknown = JSON.parse(await readFile(join(SEED, '..', path), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('takes the seed exam', () => {
    expect(mismatches(schema, readYaml(text, SEED).value)).toEqual([]);
  });

  it.each(kindNames)('takes the golden parts of %s', (kind) => {
    for (const { part } of goldenParts[kind]) {
      const own = z.looseObject({}).parse(JSON.parse(JSON.stringify(part)));
      expect(mismatches(schema, withPart({ kind, ...own }))).toEqual([]);
    }
  });

  it.each([
    [
      'a key that no kind has',
      { kind: 'text', colour: 'blue' },
      '/assignments/0/parts/0/colour: nothing may stand here',
    ],
    [
      'a key of another kind',
      { kind: 'text', palette: {} },
      '/assignments/0/parts/0/palette: nothing may stand here',
    ],
    [
      'a key of the kind that is missing',
      { kind: 'choice', reference: ['a'] },
      '/assignments/0/parts/0: options is missing',
    ],
    [
      'text for a number',
      { kind: 'text', points: 'one' },
      '/assignments/0/parts/0/points: no "number"',
    ],
  ])('refuses %s', (_, part, words) => {
    expect(mismatches(schema, withPart(part))).toContain(words);
  });

  it('refuses a kind that is none', () => {
    expect(mismatches(schema, withPart({ kind: 'formular' })).length).toBeGreaterThan(0);
  });
});
