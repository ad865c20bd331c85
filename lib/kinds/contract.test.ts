import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/exam/check';
import { parseContent } from '@/lib/kinds/exams/content';
import { goldenOf, json } from '@/lib/testing/golden';
import { answers } from './registry/answers';
import { authoring } from './registry/authoring';
import { kindNames } from './registry/names';
import { tryOuts } from './registry/try-outs';
import { unreadFinders } from './registry/unread';

/** What every kind promises, proven for every folder of lib/kinds. */

const HALF_A_CHARACTER = /\p{Surrogate}/u;

describe.each(kindNames)('%s', (kind) => {
  const parts = goldenOf(kind);

  it('has golden answers', () => {
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.flatMap(({ golden }) => golden.cases).length).toBeGreaterThan(0);
  });

  for (const [index, part] of parts.entries()) {
    describe(`golden part ${index + 1}`, () => {
      /** Grading takes long; what is looked at from several sides is graded once. */
      const graded = part.golden.cases.map((golden) => {
        let grade: ReturnType<typeof part.grade> | undefined;
        return { golden, grade: () => (grade ??= part.grade(json(golden.answer))) };
      });

      it.each(graded.map((each) => [each.golden.name, each] as const))(
        '%s',
        async (_, { golden, grade }) => {
          const outcome = await grade();
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
          const said = outcome.value.checks.map(({ message }) => message).join(' ');
          expect({ score: outcome.value.score, verdict: outcome.value.verdict }, said).toEqual({
            score: golden.points,
            verdict: golden.verdict,
          });
          if (golden.says) expect(said).toContain(golden.says);
        },
      );

      it('tells students beforehand all that could not be read', async () => {
        const findUnread = await unreadFinders[kind]?.();
        for (const { golden, grade } of graded) {
          const outcome = await grade();
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
          const told = findUnread?.(part.spec, json(golden.answer)) ?? [];
          const unread = outcome.value.checks.filter((check) => check.unread);
          for (const { place } of unread)
            expect(told.map((each) => each.place)).toContainEqual(place);
        }
      });

      it('gives every wrong check that was answered a message, and its points add up', async () => {
        for (const { grade } of graded) {
          const outcome = await grade();
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
          const { checks } = outcome.value;
          const sum = checks.reduce((points, check) => points + check.points, 0);
          expect(sum).toBeCloseTo(part.golden.points, 9);
          for (const check of checks) {
            expect(check.message).not.toBe('');
            expect(check.evidence).not.toBe('');
            expect(check.score).toBeGreaterThanOrEqual(0);
            expect(check.score).toBeLessThanOrEqual(check.points + 1e-9);
            if (check.verdict === 'right') expect(check.score).toBeCloseTo(check.points, 9);
          }
        }
      });

      it('scores the empty answer 0 and calls it wrong', async () => {
        expect(await part.grade({})).toMatchObject({
          ok: true,
          value: { score: 0, verdict: 'wrong', open: 0 },
        });
      });

      it('finds nothing missing in a full answer, nor in one that is empty', () => {
        const reference = authoring[kind].referenceAnswer(part.spec, part.key);
        for (const answer of [reference, {}])
          expect(answers[kind].missing(part.spec, answer)).toEqual([]);
      });

      it('opens what it calls wrong for review when there is a note', async () => {
        const outcome = await part.grade({}, 'seed', 'my proof is on the other sheet');
        expect(outcome).toMatchObject({
          ok: true,
          value: { score: 0, verdict: 'review', open: part.golden.points },
        });
      });

      it('gives the same grade for the same seed', async () => {
        for (const { golden, grade } of graded)
          expect(await part.grade(json(golden.answer))).toEqual(await grade());
      });

      it('keeps every text of the key out of the public spec, however short', () => {
        const reference = authoring[kind].referenceAnswer(part.spec, part.key);
        const names = new Set(texts(part.spec, NAMES));
        const publicTexts = texts(part.spec).filter((text) => !names.has(text));
        for (const secret of [...texts(part.key), ...texts(reference)]) {
          if (names.has(secret) || secret.trim() === '') continue;
          const told = publicTexts.filter((text) => holds(text, secret));
          expect(told, `the spec tells "${secret}"`).toEqual([]);
        }
      });

      it('tells nothing by the order in which its author wrote', () => {
        for (const { path, turned } of turnedAround(json(part.golden.part))) {
          const isShown = path.some((name) => authoring[kind].shownInOrder.includes(name));
          const split = authoring[kind].author(turned);
          // Some orders mean something to the author, as the ends of an arrow do.
          if (isShown || !split.ok) continue;
          expect(JSON.stringify(split.value.spec), `${path.join('.')} turned around`).toBe(
            JSON.stringify(part.spec),
          );
        }
      });

      it('answers survive storage', () => {
        for (const golden of part.golden.cases) {
          const content = parseContent(kind, json(golden.answer), part.spec);
          if (!content.ok) throw new Error(content.error.message);
          const again = parseContent(kind, json(content.value.content), part.spec);
          expect(again).toEqual(content);
        }
      });

      it('never throws on junk, and refuses unknown fields', async () => {
        await fc.assert(
          fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (junk) => {
            const content = parseContent(kind, junk, part.spec);
            if (content.ok) expect((await part.grade(content.value.content)).ok).toBe(true);
          }),
          { numRuns: 100 },
        );
        expect(parseContent(kind, { surprise: 1 }, part.spec).ok).toBe(false);
      });

      it('grades hostile text in every place that takes text', async () => {
        const texts = fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.constantFrom('{'.repeat(1500), '\\frac'.repeat(300), '((((((((', '9'.repeat(1900)),
          fc.constantFrom(
            '10^10^10^10',
            '9999!!!!',
            '\u0000',
            '__proto__',
            '\\href{javascript:0}{x}',
            `sorry, no time${'😭'.repeat(30)}`,
            '\\😭',
            '😭 = 1',
            '\\text{👩‍👩‍👧} x',
          ),
        );
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...part.golden.cases), texts, async (golden, text) => {
            const answer = replaceTexts(json(golden.answer), text);
            const content = parseContent(kind, answer, part.spec);
            if (!content.ok) return;
            const outcome = await part.grade(content.value.content);
            if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
            // Half a character can be neither shown nor stored.
            const hasHalf = strings(json(text)).some((each) => HALF_A_CHARACTER.test(each));
            const said = strings(json(outcome.value.checks));
            expect(hasHalf || !said.some((each) => HALF_A_CHARACTER.test(each)), said.join()).toBe(
              true,
            );
          }),
          { numRuns: 60 },
        );
      });
    });
  }

  it('has a try-out that validates', () => {
    const { prompt, part } = tryOuts[kind];
    expect(prompt.length).toBeGreaterThan(10);
    expect(authoring[kind].author(part).ok).toBe(true);
  });
});

/** Where a spec names things that an answer is made of: these are no secrets, as long as all are there. */
const NAMES =
  /^(?:id|name|latex|label|aliases|leftSides|text|quantity|type|symbols|points|from|roles|density|variable)$/;

/** All texts in a value, or those below a name of this sort. */
function texts(value: JsonValue, below?: RegExp, isBelow = below === undefined): string[] {
  if (typeof value === 'string') return isBelow ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => texts(each, below, isBelow));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    texts(each, below, isBelow || below?.test(name) === true),
  );
}

/** As a whole, or as a word within. */
function holds(text: string, secret: string): boolean {
  const at = text.indexOf(secret);
  if (at < 0) return false;
  const isPart = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');
  return !isPart(text[at - 1]) && !isPart(text[at + secret.length]);
}

/** The value with each of its lists and records turned around, one at a time, and where. */
function turnedAround(value: JsonValue): { path: string[]; turned: JsonValue }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const rebuilt = (pairs: readonly (readonly [string, JsonValue])[]): JsonValue =>
    Array.isArray(value) ? pairs.map(([, each]) => each) : Object.fromEntries(pairs);
  const deeper = entries.flatMap(([name, each], index) =>
    turnedAround(each).map(({ path, turned }) => ({
      path: [name, ...path],
      turned: rebuilt(entries.with(index, [name, turned])),
    })),
  );
  return entries.length < 2
    ? deeper
    : [{ path: [], turned: rebuilt(entries.toReversed()) }, ...deeper];
}

function strings(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings);
  return [];
}

function replaceTexts(value: JsonValue, text: string): JsonValue {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((each) => replaceTexts(each, text));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, replaceTexts(each, text)]),
    );
  }
  return value;
}
