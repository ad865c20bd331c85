import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Beside, filesBeside } from './beside';
import { MOST } from './limits';
import { nameProblem } from './names';
import { readPicture } from './read-picture';
import { sample, sampleNames } from './samples';

const bytes = (text: string) => new TextEncoder().encode(text);
const error = (read: ReturnType<typeof readPicture>) => (read.ok ? null : read.error);

describe('a file of pixels', () => {
  it.each(sampleNames)('%s is known by its content, and says its size', (name) => {
    const mediaType = `image/${name.split(' ')[0]}`;
    expect(readPicture(sample(name))).toEqual({
      ok: true,
      value: { mediaType, width: 30, height: 20 },
    });
  });

  it.each(sampleNames)('%s is refused where it is cut off', (name) => {
    const whole = sample(name);
    for (let length = 12; length < whole.length; length += 1) {
      const cut = whole.slice(0, length);
      expect(error(readPicture(cut)), `${length} of ${whole.length}`).toMatch(/cut off|picture/);
    }
  });

  it.each(sampleNames)('%s breaks nothing whatever is changed in it', (name) => {
    const whole = sample(name);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const changed = whole.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        const read = readPicture(changed);
        if (read.ok) expect(read.value.width * read.value.height).toBeLessThanOrEqual(MOST.pixels);
      }),
      { numRuns: 300 },
    );
  });

  it('has the sides that a camera which was held upright means', () => {
    const whole = sample('jpeg');
    const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
    const exif = [0xff, 0xe1, 0, 2 + 6 + tiff.length, ...bytes('Exif\0\0'), ...tiff];
    const turned = new Uint8Array([...whole.slice(0, 2), ...exif, ...whole.slice(2)]);
    expect(readPicture(turned)).toMatchObject({ value: { width: 20, height: 30 } });
  });

  it('is refused where it unfolds to more than a phone can show', () => {
    const huge = sample('png');
    new DataView(huge.buffer).setUint32(16, 60_000);
    expect(error(readPicture(huge))).toContain('has 60000 × 20 pixels');
    const none = sample('png');
    new DataView(none.buffer).setUint32(16, 0);
    expect(error(readPicture(none))).toBe('has no extent');
  });
});

describe('what is no picture', () => {
  it.each([
    ['nothing', '', 'is empty'],
    ['words', 'a picture of an <svg> to come later', 'is no XML'],
    ['a page', '<!DOCTYPE html><html><body>x</body></html>', 'is no picture'],
    ['a PDF', '%PDF-1.7', 'is a PDF; PNG, JPEG'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:1', 'is no picture'],
  ])('is refused: %s', (_, text, message) => {
    expect(error(readPicture(bytes(text)))).toContain(message);
  });

  it('is refused where it is too large, before it is read', () => {
    const large = new Uint8Array(MOST.fileBytes + 1);
    large.set(sample('png'));
    expect(error(readPicture(large))).toBe('has more than 2 MB');
  });

  it('breaks nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
        expect(readPicture(junk).ok).toBe(false);
      }),
    );
  });
});

describe('the name of a picture', () => {
  it.each(['a.png', 'Figure_1-b.v2.svg', 'x'])('may be %s', (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  it.each([
    ['', 'names no file'],
    ['https://a.example/x.png', 'on another server'],
    ['//a.example/x.png', 'on another server'],
    ['file:///etc/passwd', 'on another server'],
    ['data:image/png;base64,AA', 'written into the text'],
    ['/etc/passwd', 'leads out of the folder'],
    ['../x.png', 'leads out of the folder'],
    ['a/../../x.png', 'leads out of the folder'],
    ['C:\\x.png', 'leads out of the folder'],
    ['figures/x.png', 'is in another folder'],
    ['./x.png', 'is in another folder'],
    ['.x.png', 'no name for a picture'],
    ['two words.png', 'no name for a picture'],
    ['größe.png', 'no name for a picture'],
    ['a\0.png', 'no name for a picture'],
    [`${'x'.repeat(200)}.png`, 'no name for a picture'],
  ])('may not be %j', (name, message) => {
    expect(nameProblem(name)).toContain(message);
  });
});

describe('the files beside an exam', () => {
  let root: string;
  let beside: Beside;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'nabla-beside-'));
    const folder = join(root, 'exam');
    await mkdir(join(folder, 'folder.png'), { recursive: true });
    await writeFile(join(root, 'outside.png'), sample('png'));
    await writeFile(join(folder, 'in.png'), sample('png'));
    await writeFile(join(folder, 'large.png'), new Uint8Array(MOST.fileBytes + 1));
    await symlink('../outside.png', join(folder, 'out.png'));
    await symlink('in.png', join(folder, 'link.png'));
    await symlink('nowhere.png', join(folder, 'dangling.png'));
    beside = await filesBeside(folder);
  });
  afterAll(() => rm(root, { recursive: true }));

  it.each(['in.png', 'link.png'])('%s is read', async (name) => {
    expect(await beside.read(name)).toEqual({ ok: true, value: sample('png') });
  });

  it.each([
    ['out.png', 'is a link that leads out of the folder'],
    ['dangling.png', 'cannot be read: '],
    ['folder.png', 'is no file'],
    ['large.png', 'has more than 2 MB'],
    ['IN.PNG', 'does not lie beside exam.yaml'],
    ['../outside.png', 'does not lie beside exam.yaml'],
  ])('%s is not: it %s', async (name, message) => {
    const read = await beside.read(name);
    expect(read.ok ? null : read.error).toContain(message);
  });

  it('are none where there is no folder', async () => {
    expect((await filesBeside(join(root, 'nowhere'))).names).toEqual([]);
  });
});
