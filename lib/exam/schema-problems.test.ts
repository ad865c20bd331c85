import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSentence, readAs } from './schema-problems';

const schema = z
  .strictObject({
    points: z.number().positive(),
    round_to: z.number().optional(),
    reference: z.string().min(1),
    verdict: z.enum(['right', 'wrong', 'review']).optional(),
    parts: z.array(z.strictObject({ id: z.string() })).min(1),
    up_to: z
      .union([z.enum(['sign', 'scale']), z.strictObject({ constant: z.string() })])
      .optional(),
    shape: z.tuple([z.int(), z.int()]).optional(),
    slug: z
      .string()
      .regex(/^[a-z]+$/, 'use lower-case letters')
      .optional(),
    symbols: z.record(z.string().regex(/^[a-z]+$/, 'an id: letters'), z.string()).default({}),
  })
  .superRefine(({ points }, context) => {
    if (points > 10) context.addIssue({ code: 'custom', message: 'too many', path: ['points'] });
  });

const sound = { points: 1, reference: 'x', parts: [{ id: 'a' }] };

function said(change: object): string[] {
  const read = readAs(schema, { ...sound, ...change });
  return read.success ? [] : read.problems.map(problemSentence);
}

describe('what a schema says', () => {
  it('has nothing to say of what fits', () => {
    expect(readAs(schema, sound)).toMatchObject({ success: true });
  });

  it.each([
    ['a missing key', { points: undefined }, '`points` is missing'],
    ['a missing list', { parts: undefined }, '`parts` is missing'],
    ['a value that was forgotten', { reference: null }, '`reference` is empty, but has to be text'],
    ['an empty text', { reference: '' }, '`reference` is empty'],
    ['an empty list', { parts: [] }, '`parts` is empty'],
    [
      'a number where text is expected',
      { reference: 0 },
      "`reference` is the number 0, but has to be text; put it in quotes: '0'",
    ],
    [
      'text where a number is expected',
      { points: 'one' },
      '`points` is text, but has to be a number',
    ],
    ['a decimal comma', { points: '1,5' }, '`points` is text, but has to be a number; write 1.5'],
    [
      'a table where text is expected',
      { reference: { x: null } },
      '`reference` is a table of keys and values, but has to be text; put the value in quotes',
    ],
    ['a number out of bounds', { points: -1 }, '`points` is -1, but has to be more than 0'],
    ['a misspelled key', { refrence: 'x' }, '`refrence` is unknown; did you mean `reference`?'],
    ['a key in another style', { roundTo: 1 }, '`roundTo` is unknown; did you mean `round_to`?'],
    [
      'a misspelled value',
      { verdict: 'rigth' },
      '`verdict` is `rigth`, but has to be one of right, wrong, review; did you mean `right`?',
    ],
    [
      'a key within a list',
      { parts: [{ id: 'a', di: 1 }] },
      '`parts.0.di` is unknown; did you mean `id`?',
    ],
    [
      'the rest of a value as a key',
      { 'y)': null },
      '`y)` is read as a key; if it belongs to the text before it, put that text in quotes, or indent it alike',
    ],
    [
      'none of several',
      { up_to: 1 },
      '`up_to` is the number 1, but has to be one of sign, scale or a table with `constant`',
    ],
    ['a list of another length', { shape: [1] }, '`shape` has 1 entry, but has to have at least 2'],
    ['a message of the schema', { slug: 'A' }, '`slug`: use lower-case letters'],
    [
      'a message about a key',
      { symbols: { '1': 'x' } },
      '`symbols.1` is no key here: an id: letters',
    ],
    ['a message of a refinement', { points: 11 }, '`points`: too many'],
  ])('%s', (_, change, sentence) => {
    expect(said(change)).toEqual([sentence]);
  });

  it('lists what is known where nothing is near, with the keys of elsewhere', () => {
    const read = readAs(schema, { ...sound, colour: 'blue', promt: 'x' }, ['prompt']);
    const problems = read.success ? [] : read.problems;
    expect(problems.map(problemSentence)).toEqual([
      '`colour` is unknown; known here: points, round_to, reference, verdict, parts, up_to, shape, slug, symbols, prompt',
      '`promt` is unknown; did you mean `prompt`?',
    ]);
    expect(problems.every(({ ofKey }) => ofKey)).toBe(true);
  });
});
