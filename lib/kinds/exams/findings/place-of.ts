import type { PositionedYaml, WrittenText } from '@/lib/exam/yaml-positions';
import type { Remark } from './finding';

/** Where `sign` first stands in a text from `offset` on, as a position in the file. */
export function placeOf(
  sign: string,
  text: string,
  offset: number,
  path: readonly PropertyKey[],
  yaml: PositionedYaml,
): Pick<Remark, 'position'> {
  const written = yaml.writtenAt(path);
  const before = text.slice(0, offset).split(sign).length - 1;
  const at = written ? occurrence(written, sign, before) : -1;
  return written && at !== -1 ? { position: yaml.positionOf(written.offset + at) } : {};
}

/** A text is indented and quoted in its file, but what it holds stands there in the same order. */
function occurrence({ source, escapes }: WrittenText, sign: string, skip: number): number {
  const written = escapes ? sign.replaceAll('\\', '\\\\') : sign;
  let at = source.indexOf(written);
  for (let left = skip; left > 0 && at !== -1; left--)
    at = source.indexOf(written, at + written.length);
  return at;
}
