import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, readUpload } from './upload';

const bytes = (text: string) => new Uint8Array(strToU8(text));
const zip = (files: Record<string, string>) => ({
  path: 'exams/my exam.zip',
  bytes: new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)]))),
  ),
});

describe('an upload', () => {
  it('is a folder, with what lies beside the exam', () => {
    const upload = readUpload([
      { path: 't1/exam.yaml', bytes: bytes('slug: t1') },
      { path: 't1/figure.png', bytes: bytes('p') },
      { path: 't1/old/exam.txt', bytes: bytes('x') },
      { path: 't1/.DS_Store', bytes: bytes('x') },
    ]);
    expect(upload).toMatchObject({
      value: { name: 't1', source: 'slug: t1', files: [{ name: 'figure.png' }] },
    });
  });

  it('is a zip file, with a folder in it or without', () => {
    expect(
      readUpload([zip({ 't1/exam.yaml': 'a', 't1/b.svg': 'b', '__MACOSX/t1/._b.svg': 'x' })]),
    ).toMatchObject({ value: { name: 't1', source: 'a', files: [{ name: 'b.svg' }] } });
    expect(readUpload([zip({ 'exam.yaml': 'ä' })])).toMatchObject({
      value: { name: 'my exam', source: 'ä', files: [] },
    });
  });

  it.each([
    ['nothing', [], 'Nothing was uploaded'],
    ['no exam', [zip({ 'a/b.txt': 'x' })], 'no exam.yaml in it; there is: a/b.txt'],
    ['two exams', [zip({ 'a/exam.yaml': 'x', 'b/exam.yaml': 'y' })], 'several exams'],
    ['no zip', [{ path: 'a.zip', bytes: bytes('PK no') }], 'cannot be read'],
    [
      'another encoding',
      [{ path: 'exam.yaml', bytes: new Uint8Array([0x66, 0xfc, 0x72]) }],
      'not written in UTF-8',
    ],
    ['a NUL', [{ path: 'exam.yaml', bytes: new Uint8Array([0x61, 0]) }], 'character NUL'],
  ])('is refused in words: %s', (_, files, words) => {
    const refused = readUpload(files);
    expect(refused.ok ? '' : refused.error).toContain(words);
  });

  it('never unpacks more than an exam may have', () => {
    const huge = zipSync({ 'exam.yaml': new Uint8Array(MOST_BYTES + 1) });
    expect(huge.length).toBeLessThan(100_000);
    const refused = readUpload([{ path: 'bomb.zip', bytes: new Uint8Array(huge) }]);
    expect(refused.ok ? '' : refused.error).toContain('more than 22 MB');
  });
});
