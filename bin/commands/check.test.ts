import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPublishableExam } from '@/lib/kinds/exams/load-exam';
import { check } from './check';

const exam = (prompt: string, tests = '[{ answer: { selected: [a] }, points: 1 }]') => `slug: small
title: Small
minutes: 10
assignments:
  - title: One
    parts:
      - id: a
        points: 1
        kind: choice
        prompt: ${prompt}
        options: { a: yes, b: no }
        reference: [a]
        tests: ${tests}
`;

let root: string;
let folder: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'nabla-check-'));
  folder = join(root, 'small');
  await mkdir(folder);
});
afterAll(() => rm(root, { recursive: true }));

async function checked(source: string, ...options: string[]) {
  await writeFile(join(folder, 'exam.yaml'), source);
  const lines: string[] = [];
  const status = await check([folder, ...options], (line) => lines.push(line));
  return { status, lines: lines.map((line) => line.replace(`${root}/`, '')) };
}

const publishes = async () => (await loadPublishableExam(folder)).ok;

describe('nabla check', () => {
  it('ends with 0 where there is nothing to say', async () => {
    expect(await checked(exam('Yes?'))).toEqual({
      status: 0,
      lines: ['Small: 1 assignments, 1 parts, 1 points; 2 tests; 0 errors, 0 warnings'],
    });
    expect(await publishes()).toBe(true);
  });

  it('prints warnings and ends with 0, with 1 where it is strict', async () => {
    const source = exam('Yes?', '[]');
    const { status, lines } = await checked(source);
    expect(lines[0]).toContain('small/exam.yaml:7:9: warning: part a: there are no `tests`');
    expect(lines[1]).toContain('0 errors, 1 warning');
    expect(status).toBe(0);
    expect(await publishes()).toBe(true);

    const strict = await checked(source, '--strict');
    expect(strict.lines[0]).toContain('small/exam.yaml:7:9: error: part a: there are no `tests`');
    expect(strict.status).toBe(1);
  });

  it('prints errors and ends with 1, and such an exam is not published', async () => {
    const { status, lines } = await checked(exam('Is $x right?'));
    expect(lines[0]).toContain('small/exam.yaml:10:20: error: part a: `prompt`: a $ is not closed');
    expect(status).toBe(1);
    expect(await publishes()).toBe(false);
  });

  it('does the same for a file that is no YAML', async () => {
    const { status, lines } = await checked(exam('Say this: yes?'));
    expect(lines[0]).toContain("put the value in quotes: 'Say this: yes?'");
    expect(lines[1]).toBe('1 error, 0 warnings; more may be found once these errors are mended');
    expect(status).toBe(1);
    expect(await publishes()).toBe(false);
  });
});
