import type { DerivationKey, DerivationSpec } from './answer';

/** The author's own lines, from what is asked to what it is. */
export function wayTo({ symbols, estimate }: DerivationSpec, key: DerivationKey): string[] {
  const { problem, steps, result, parameters } = key;
  if (!estimate) return [problem, ...steps, result];
  const latexOf = (id: string) => symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const solved = Object.entries(parameters ?? {}).map(([id, text]) => `${latexOf(id)} = ${text}`);
  const [name] = estimate.names.objective;
  return [name === undefined ? problem : `${name} = ${problem}`, ...steps, ...solved];
}
