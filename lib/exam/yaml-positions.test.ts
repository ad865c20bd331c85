import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-positions';

const EXAM = `title: T
parts:
  - id: 1a
    fields:
      y: { reference: x }
`;

describe('readYaml', () => {
  it('tells where a value stands, or the nearest thing around it', () => {
    const { value, locate, problems } = readYaml(EXAM, 'exam.yaml');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ parts: [{ id: '1a' }] });
    expect(locate(['parts', 0, 'id'])).toEqual({ line: 3, column: 9 });
    expect(locate(['parts', 0, 'fields', 'y', 'reference'])).toEqual({ line: 5, column: 23 });
    expect(locate(['parts', 0, 'fields', 'z'])).toEqual({ line: 5, column: 7 });
    expect(locate(['parts', 0, Symbol('fields')])).toEqual({ line: 3, column: 5 });
    expect(locate(['nothing'])).toEqual({ line: 1, column: 1 });
    expect(locate([])).toEqual({ line: 1, column: 1 });
  });

  it('finds places through what is merged in or referred to, and those of keys', () => {
    const source = 'a: &a\n  x: { y: 1 }\nb:\n  <<: *a\n  z: 2\nc: *a\n';
    const { locate, locateKey } = readYaml(source, 'exam.yaml');
    expect(locate(['b', 'x', 'y'])).toEqual({ line: 2, column: 11 });
    expect(locateKey(['b', 'x', 'y'])).toEqual({ line: 2, column: 8 });
    expect(locate(['c', 'x'])).toEqual({ line: 2, column: 6 });
    expect(locateKey(['b', 'z'])).toEqual({ line: 5, column: 3 });
    expect(locateKey(['b', 'none'])).toEqual({ line: 4, column: 3 });
  });

  it('gives texts as they are written, with their paths', () => {
    const { texts, positionOf } = readYaml('a:\n  - b: "x\\n"\n', 'exam.yaml');
    const text = texts.find(({ source }) => source.startsWith('"'));
    expect(text).toMatchObject({
      path: ['a', 0, 'b'],
      value: 'x\n',
      source: '"x\\n"',
      escapes: true,
    });
    expect(positionOf(text?.offset ?? 0)).toEqual({ line: 2, column: 8 });
  });

  it('has a place for the whole of an empty file', () => {
    expect(readYaml('', 'exam.yaml').locate(['a'])).toEqual({ line: 1, column: 1 });
  });

  it('says what is no YAML, with file, line and column, and gives no value', () => {
    const { value, problems } = readYaml('title: T\nparts: [1, 2\n', 'exam.yaml');
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'exam.yaml', line: 3, column: 1 });
    // The place is told beside the message, not in it.
    expect(problems[0]?.message).not.toContain('line');
  });

  it('takes a warning for a problem', () => {
    const { value, problems } = readYaml('title: !unknown T\n', 'exam.yaml');
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ line: 1, column: 8 }]);
  });

  it('refuses a file that would grow without bound through its aliases', () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const inside = index === 0 ? '"lol"' : `*l${index - 1}`;
      return `l${index}: &l${index} [${Array(9).fill(inside).join(', ')}]`;
    });
    const { value, problems } = readYaml(levels.join('\n'), 'exam.yaml');
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ file: 'exam.yaml', line: 1, column: 1 }]);
    expect(problems[0]?.message).toMatch(/alias/i);
  });

  it('merges what is shared', () => {
    const source = 'base: &base { points: 2 }\npart: { <<: *base, id: a }\n';
    expect(readYaml(source, 'exam.yaml').value).toMatchObject({ part: { points: 2, id: 'a' } });
  });
});
