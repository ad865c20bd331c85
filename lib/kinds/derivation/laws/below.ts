import { canonicalItem } from '@/lib/math/notation/item';
import { layOutForm } from '@/lib/math/notation/lay-out-form';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Form, Law } from './forms';

/**
 * What may stand below an expectation, `z \sim q`, `q(z \mid x)`, `q`, `X`, as it is read, with the
 * id of the density that it is under.
 */
export function lawsBelow(
  laws: Readonly<Record<string, Law>>,
  forms: readonly Form[],
  table: SymbolTable,
): ReadonlyMap<string, string> {
  const below = new Map<string, string>();
  const add = (text: string, id: string) => {
    const items = layOutForm(text, table.splitWord);
    const key = items.ok ? items.value.map(canonicalItem).join(' ') : '';
    if (key !== '' && !below.has(key)) below.set(key, id);
  };
  const isOnly = Object.values(laws).filter(({ given }) => given.length === 0).length === 1;
  for (const { symbol, meaning } of forms) {
    if (meaning.kind !== 'density') continue;
    const law = laws[meaning.law];
    if (!law) continue;
    const variables = [meaning.of.join(','), `(${meaning.of.join(',')})`];
    for (const written of [symbol.latex, ...symbol.aliases]) {
      add(written, symbol.id);
      for (const names of variables) add(`${names} \\sim ${written}`, symbol.id);
    }
    const isOwn = meaning.given.join() === law.given.join();
    if (isOwn) for (const names of variables) add(`${names} \\sim ${law.latex}`, symbol.id);
    if (isOwn && meaning.of.length === law.of.length) add(law.latex, symbol.id);
    if (!isOnly || !isOwn || law.given.length > 0) continue;
    for (const name of [meaning.of.join(','), meaning.of.join(',').toUpperCase()])
      add(name, symbol.id);
  }
  return below;
}
