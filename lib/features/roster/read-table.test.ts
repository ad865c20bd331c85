import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows';
import { MOST_BYTES, MOST_ROWS, readTable } from './read-table';

const AS_IT_IS = { encoding: null, separator: null };
const bytes = (text: string) => new TextEncoder().encode(text);

function people(text: string) {
  const read = readTable(bytes(text), AS_IT_IS);
  if (!read.ok) throw new Error(read.error);
  return readRows(read.value.rows, read.value.columns).map(({ line, entry }) => ({
    line,
    ...(entry.ok ? entry.value : entry.error),
  }));
}

const ADA = {
  ...{ line: 2, email: 'ada@uni.example', studentNumber: '00123' },
  ...{ givenName: 'Ada', familyName: 'Lovelace, Countess' },
};

describe('a roster', () => {
  it.each([
    [
      'Moodle, German',
      '\ufeffVorname,Nachname,ID-Nummer,Institution,E-Mail-Adresse\nAda,"Lovelace, Countess",00123,TUM,Ada@uni.example\n',
    ],
    [
      'Moodle, English',
      'First name,Last name,ID number,Email address\nAda,"Lovelace, Countess",00123,ada@uni.example\n',
    ],
    [
      'Moodle, Czech',
      'Křestní jméno;Příjmení;ID číslo;E-mailová adresa\r\nAda;Lovelace, Countess;00123;ada@uni.example\r\n',
    ],
    [
      'TUMonline',
      'REGISTRATION_NUMBER;FAMILY_NAME_OF_STUDENT;FIRST_NAME_OF_STUDENT;EMAIL_ADDRESS;GUEST\n00123;"Lovelace, Countess";Ada;ada@uni.example;N\n',
    ],
    [
      'HISinOne',
      'Matrikelnummer\tNachname\tVorname\tE-Mail\n00123\tLovelace, Countess\tAda\tada@uni.example\n',
    ],
    ['IS MU', 'učo;příjmení;jméno;e-mail\n00123;Lovelace, Countess;Ada;ada@uni.example\n'],
    [
      'Moodle, upload of users',
      'username,firstname,lastname,email,idnumber,course1\nada,Ada,"Lovelace, Countess",ada@uni.example,00123,ML\n',
    ],
  ])('of %s is read', (_, text) => {
    expect(people(text)).toEqual([ADA]);
  });

  it('of Canvas is read without the lines that are nobody', () => {
    const text = `Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lovelace, Ada",77,00123,ada@uni.example,A\n"Student, Test",78,,,A\n`;
    expect(people(text)).toMatchObject([
      { line: 2, ignored: true },
      { line: 3, givenName: 'Ada', familyName: 'Lovelace', studentNumber: '00123' },
      { line: 4, ignored: true },
    ]);
  });

  it('without heads is read where there are addresses', () => {
    expect(people('ada@uni.example;x\nbob@uni.example;y')).toMatchObject([
      { line: 1, email: 'ada@uni.example' },
      { line: 2, email: 'bob@uni.example' },
    ]);
  });

  it('tells each line that is nobody, by its number in the file', () => {
    const text = `Name;Mail;Matrikel\n\n"Ada\nLovelace";ada@uni.example;1\nBob;bob at uni;2\n=1+1 Eve;eve@uni.example;3\nDan;;\n`;
    expect(people(text)).toMatchObject([
      { line: 3, familyName: 'Lovelace' },
      { line: 5, message: '"bob at uni" is not an e-mail address' },
      { line: 6, message: 'The name begins with "="' },
      { line: 7, message: 'Neither e-mail nor student number' },
    ]);
  });

  it.each([
    ['empty', ''],
    ['without rows', 'Name;Mail\n'],
    ['with a quote that does not end', 'Name;Mail\n"Ada;ada@uni.example\n'],
    ['of too many rows', `Mail\n${'a@uni.example\n'.repeat(MOST_ROWS + 1)}`],
    ['too large', 'x'.repeat(MOST_BYTES + 1)],
  ])('that is %s is refused', (_, text) => {
    expect(readTable(bytes(text), AS_IT_IS).ok).toBe(false);
  });
});
