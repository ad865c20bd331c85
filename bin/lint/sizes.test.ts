import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeProblems } from './sizes';

const LIMITS = { fileLines: 12, functionLines: 3, folderFiles: 2 };

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'nabla-sizes-'));
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ include: ['**/*'] }));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function problemsIn(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return sizeProblems(root, Object.keys(files), LIMITS).map(({ name }) => name);
}

const lines = (count: number) => '  0;\n'.repeat(count);

describe('sizes', () => {
  it('counts the lines of files of code, the last one with or without its end', () => {
    expect(problemsIn({ 'files/a.ts': lines(12), 'files/b.ts': lines(13) })).toEqual([
      'files/b.ts',
    ]);
    expect(problemsIn({ 'texts/a.md': lines(13) })).toEqual([]);
  });

  it.each([
    ['a function', `export function long() {\n${lines(2)}}\n`],
    ['a method', `export class A {\n  long() {\n${lines(2)}  }\n}\n`],
    ['a private method', `export class A {\n  a = this.#long;\n  #long() {\n${lines(2)}  }\n}\n`],
    ['an arrow function', `export const long = () => {\n${lines(2)}};\n`],
    ['a function of an object', `export const a = {\n  long: () => {\n${lines(2)}  },\n};\n`],
  ])('counts the lines of %s, without what is said above it', (_, source) => {
    const isPrivate = source.includes('#long');
    expect(problemsIn({ 'functions/a.ts': `/**\n * One.\n */\n${source}` })).toEqual([
      `functions/a.ts ${isPrivate ? '#long' : 'long'}`,
    ]);
    expect(problemsIn({ 'functions/a.ts': source.replace('  0;\n', '') })).toEqual([]);
  });

  it('lets tests be as long as they are', () => {
    const source = `export function long() {\n${lines(2)}}\n`;
    expect(problemsIn({ 'tests/a.test.ts': source })).toEqual([]);
  });

  it('counts files of every kind in a folder, and none of the folders in it', () => {
    const files = { 'folder/a.ts': '', 'folder/b.css': '', 'folder/deeper/c.ts': '' };
    expect(problemsIn(files)).toEqual([]);
    expect(problemsIn({ ...files, 'folder/d.md': '' })).toEqual(['folder']);
  });
});
