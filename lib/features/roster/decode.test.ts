import { describe, expect, it } from 'vitest';
import { decode, type Encoding } from './decode';

/** The bytes of a text in an encoding of one byte a letter. */
function bytesOf(text: string, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]),
  );
  return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? 63));
}

describe('the encoding of a roster', () => {
  it.each([
    ['windows-1250', 'Příjmení;Jméno\nDvořák;Jiří\nKučera;Ondřej\nMatějčková;Žaneta'],
    ['windows-1250', 'Nazwisko;Imię\nWałęsa;Michał\nŚwiątek;Łukasz'],
    ['windows-1250', 'Name\nKovač\nNovák'],
    ['windows-1252', 'Nachname;Vorname\nMüller;Hélène\nSørensen;Åse\nMuñoz;Begoña'],
    ['windows-1252', 'Name\nJosé Gonçalves\nThérèse Poulsen'],
    ['windows-1252', 'Name\nÖzgür Groß'],
  ] as const)('is %s for %j', (encoding, text) => {
    expect(decode(bytesOf(text, encoding), null)).toEqual({ ok: true, value: { encoding, text } });
  });

  it('is UTF-8 where the bytes are, and what staff say where they say it', () => {
    const bytes = new TextEncoder().encode('Dvořák');
    expect(decode(bytes, null)).toMatchObject({ value: { encoding: 'utf-8', text: 'Dvořák' } });
    expect(decode(bytes, 'windows-1252')).toMatchObject({ value: { encoding: 'windows-1252' } });
    expect(decode(bytesOf('Dvořák', 'windows-1250'), 'utf-8').ok).toBe(false);
  });
});
