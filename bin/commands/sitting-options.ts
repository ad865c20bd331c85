import { type SittingInput, sittingSchema } from '@/lib/features/sittings/schema';
import { fail, ok, type Result } from '@/lib/result';
import { readNumber } from './common';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** What `nabla sitting` can be told of a sitting. */
export const SITTING_OPTIONS = {
  course: text,
  exam: text,
  title: text,
  opens: text,
  closes: text,
  zone: text,
  minutes: text,
  given: text,
  practice: flag,
  code: text,
  'no-code': flag,
  hold: flag,
  'no-hold': flag,
  list: text,
  'no-list': flag,
  networks: text,
  'no-networks': flag,
  'seb-config': text,
  'seb-exam': text,
  'no-seb': flag,
  'dry-run': flag,
  close: flag,
} as const;

type OptionName = keyof typeof SITTING_OPTIONS;

export type SittingOptions = {
  [Name in OptionName]?: (typeof SITTING_OPTIONS)[Name]['type'] extends 'boolean'
    ? boolean | undefined
    : string | undefined;
};

interface Version {
  id: string;
  slug: string;
  number: number;
  title: string;
  minutes: number;
}

/** A sitting as it is, or as a new one begins, with what the options say instead. */
export function readSitting(
  values: SittingInput,
  { options, versions }: { options: SittingOptions; versions: readonly Version[] },
): Result<SittingInput, string> {
  const version = options.exam === undefined ? null : findVersion(versions, options.exam);
  if (version === undefined) return fail(`There is no published exam "${options.exam}" here.`);
  const minutes =
    options.minutes === undefined ? null : readNumber('minutes', options.minutes, '90');
  if (minutes?.ok === false) return minutes;
  const givenMinutes = options.given === undefined ? null : readNumber('given', options.given, '5');
  if (givenMinutes?.ok === false) return givenMinutes;
  const parsed = sittingSchema.safeParse({
    ...values,
    ...(version && { versionId: version.id, title: version.title, minutes: version.minutes }),
    ...given({
      title: options.title,
      opens: options.opens,
      closes: options.closes,
      timeZone: options.zone,
      minutes: minutes?.value,
      givenMinutes: givenMinutes?.value,
      mode: options.practice ? 'PRACTICE' : undefined,
      accessCode: options['no-code'] ? null : options.code,
      holds: options.hold ? true : options['no-hold'] ? false : undefined,
      candidates: options['no-list'] ? null : entries(options.list),
      addressRanges: options['no-networks'] ? [] : entries(options.networks),
      sebConfigKeys: options['no-seb'] ? [] : entries(options['seb-config']),
      sebExamKeys: options['no-seb'] ? [] : entries(options['seb-exam']),
    }),
  });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** Of `exam` the newest version, of `exam@2` that one; the course's own before the server's. */
function findVersion(versions: readonly Version[], what: string): Version | undefined {
  const [slug, number] = what.split('@');
  return versions.find(
    (version) =>
      version.slug === slug && (number === undefined || String(version.number) === number),
  );
}

function entries(list: string | undefined): string[] | undefined {
  return list?.split(',').filter((entry) => entry.trim() !== '');
}

/** Without what was not said. */
function given<Values extends object>(values: Values): Partial<Values> {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Partial<Values>;
}
