import { describe, expect, it } from 'vitest';
import { type KnownPerson, planRoster } from './plan';
import { readRows } from './read-rows';

const COLUMNS = ['email', 'number', 'familyName', 'givenName'] as const;

function known(changes: Partial<KnownPerson>): KnownPerson {
  return {
    ...{ id: 'ada', email: 'ada@uni.example', studentNumber: null, role: 'STUDENT' },
    ...{ givenName: 'Ada', familyName: 'Lovelace', mayChange: true },
    ...changes,
  };
}

const plan = (rows: string[], people: KnownPerson[] = []) =>
  planRoster(
    readRows(
      rows.map((row, index) => ({ line: index + 2, cells: row.split(';') })),
      COLUMNS,
    ),
    people,
    'STUDENT',
  );

const ROW = 'ada@uni.example;1;Lovelace;Ada';
const bob = known({ id: 'bob', email: 'bob@uni.example', studentNumber: '1', familyName: 'B' });

describe('a row of a roster', () => {
  it.each([
    ['new', 'somebody unknown', ROW, []],
    ['new', 'somebody of another course', ROW, [known({ role: null })]],
    ['changed', 'a number that was missing', ROW, [known({})]],
    ['there', 'somebody as they are', ROW, [known({ studentNumber: '1' })]],
    [
      'there',
      'another name that may not be changed',
      ROW,
      [known({ givenName: 'A', mayChange: false })],
    ],
    ['there', 'staff of the course', ROW, [known({ studentNumber: '1', role: 'GRADER' })]],
    [
      'there',
      'another address of the same person',
      'a@uni.example;1;Lovelace;Ada',
      [known({ studentNumber: '1' })],
    ],
    ['there', 'a number alone', ';1;;', [known({ studentNumber: '1' })]],
    ['conflict', 'e-mail and number of different people', ROW, [known({}), bob]],
    ['conflict', 'a number of somebody else', 'eve@uni.example;1;Eve;E', [bob]],
    ['conflict', 'another number', ROW, [known({ studentNumber: '2' })]],
    ['conflict', 'an unknown number without e-mail', ';1;Lovelace;Ada', []],
    ['conflict', 'a new person without name', 'ada@uni.example;1;;', []],
    ['conflict', 'no address', 'ada;1;Lovelace;Ada', []],
  ] as const)('is %s for %s', (bucket, _, row, people) => {
    expect(plan([row], [...people])).toMatchObject([{ bucket, line: 2 }]);
  });

  it('that comes twice counts once; rows that contradict each other count not at all', () => {
    expect(plan([ROW, ROW]).map(({ bucket }) => bucket)).toEqual(['new', 'conflict']);
    const other = 'eve@uni.example;1;Lovelace;Ada';
    expect(plan([ROW, other]).map(({ bucket }) => bucket)).toEqual(['conflict', 'conflict']);
    const both = ['ada@uni.example;;Lovelace;Ada', ';1;Lovelace;Ada'];
    const person = known({ studentNumber: '1' });
    expect(plan(both, [person]).map(({ bucket }) => bucket)).toEqual(['conflict', 'conflict']);
  });
});
