export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator of a file by its first line: what stands there most, outside of quotes. */
export function separatorOf(text: string): Separator {
  const line = firstLine(text).replace(/"(?:[^"]|"")*"?/g, '');
  const count = (separator: Separator) => line.split(separator).length;
  return SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The first line with something in it. */
function firstLine(text: string): string {
  return text.split(/\r\n|\n|\r/, 50).find((line) => line.trim() !== '') ?? '';
}
