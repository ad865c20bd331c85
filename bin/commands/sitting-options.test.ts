import { describe, expect, it } from 'vitest';
import { written } from '@/lib/features/sittings/testing';
import { readSitting, type SittingOptions } from './sitting-options';

const ID = '0198c0de-0000-7000-8000-000000000001';
const NEWER = '0198c0de-0000-7000-8000-000000000002';
const version = { slug: 'exam', title: 'An exam', minutes: 45 };
const versions = [
  { ...version, id: NEWER, number: 2 },
  { ...version, id: ID, number: 1 },
];
const read = (options: SittingOptions) =>
  readSitting(written(ID, { accessCode: 'code', holds: true }), { options, versions });

describe('the options of a sitting', () => {
  it('say what is another; all else stays', () => {
    expect(read({})).toEqual({ ok: true, value: written(ID, { accessCode: 'code', holds: true }) });
    expect(
      read({
        minutes: '30',
        zone: 'Europe/Berlin',
        'no-code': true,
        'no-hold': true,
        practice: true,
      }),
    ).toMatchObject({
      value: {
        ...{ minutes: 30, timeZone: 'Europe/Berlin', accessCode: null, holds: false },
        mode: 'PRACTICE',
      },
    });
    expect(read({ list: 'A@nabla.example,b@nabla.example', networks: '10.0.0.0/8' })).toMatchObject(
      {
        value: {
          candidates: ['a@nabla.example', 'b@nabla.example'],
          addressRanges: ['10.0.0.0/8'],
        },
      },
    );
  });

  it('name the newest version of an exam, or one by its number', () => {
    expect(read({ exam: 'exam' })).toMatchObject({ value: { versionId: NEWER, minutes: 45 } });
    expect(read({ exam: 'exam@1', minutes: '9' })).toMatchObject({
      value: { versionId: ID, minutes: 9 },
    });
    expect(read({ exam: 'exam@3' })).toMatchObject({ error: expect.stringContaining('exam@3') });
  });

  it.each([
    [{ minutes: 'many' }, /^--minutes is a number such as 90\.$/],
    [{ given: '' }, /^--given is a number/],
    [{ zone: 'Mars/Olympus' }, /^timeZone/],
    [{ networks: '10.0.0.0/99' }, /^addressRanges/],
    [{ 'seb-config': 'abc' }, /^sebConfigKeys/],
    [{ list: 'nobody' }, /^candidates/],
  ])('%j is refused', (options, message) => {
    expect(read(options)).toMatchObject({ error: expect.stringMatching(message) });
  });
});
