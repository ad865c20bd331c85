import type { SittingInput } from '@/lib/features/sittings/schema';

/** A sitting as the fields of its form have it: lists are texts, what is missing is empty. */
export interface SittingValues {
  versionId: string;
  title: string;
  mode: 'EXAM' | 'PRACTICE';
  opens: string;
  closes: string;
  minutes: string | number;
  timeZone: string;
  accessCode: string;
  isForList: boolean;
  candidates: string;
  addressRanges: string;
  sebConfigKeys: string;
  sebExamKeys: string;
  holds: boolean;
  givenMinutes: string | number;
}

export function valuesOf(input: SittingInput): SittingValues {
  const { accessCode, candidates, addressRanges, sebConfigKeys, sebExamKeys, ...rest } = input;
  return {
    ...rest,
    accessCode: accessCode ?? '',
    isForList: candidates !== null,
    candidates: (candidates ?? []).join('\n'),
    addressRanges: addressRanges.join('\n'),
    sebConfigKeys: sebConfigKeys.join('\n'),
    sebExamKeys: sebExamKeys.join('\n'),
  };
}

export function inputOf(values: SittingValues): SittingInput {
  const { isForList, accessCode, ...rest } = values;
  return {
    ...rest,
    // An empty field is refused by the server, in its words.
    minutes: values.minutes === '' ? 0 : Number(values.minutes),
    givenMinutes: Number(values.givenMinutes),
    accessCode: accessCode.trim() === '' ? null : accessCode,
    candidates: isForList ? entries(values.candidates) : null,
    addressRanges: entries(values.addressRanges),
    sebConfigKeys: entries(values.sebConfigKeys),
    sebExamKeys: entries(values.sebExamKeys),
  };
}

/** What stands on lines, or between commas, semicolons or blanks, each once. */
function entries(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((entry) => entry !== ''))];
}

/** A code of letters that are not mistaken for each other. */
export function newCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
  const bytes = [...crypto.getRandomValues(new Uint8Array(64))].filter((byte) => byte < 248);
  const picked = bytes.slice(0, 8).map((byte) => letters.charAt(byte % letters.length));
  return picked.join('').replace(/^(.{4})/, '$1-');
}
