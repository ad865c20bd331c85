/** What is wrong with a program, and in which of its lines. */
export interface ProgramError {
  /** From one. */
  line: number;
  message: string;
}

/** Thrown within this room, and caught where a program is read or run. */
export class ProgramFault extends Error {
  override name = 'ProgramFault';
}

const MOST_SAID = 200;

/** What an exception says, for the author: ours as it is, those of mathjs in short. */
export function saidBy(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return 'it is nested too deeply';
  const message = error instanceof Error ? error.message : String(error);
  return message.length > MOST_SAID ? `${message.slice(0, MOST_SAID)}…` : message;
}

/** The sentence for the author. */
export function programErrorText(what: string, { line, message }: ProgramError): string {
  return `${what}, line ${line}: ${message}`;
}
