/** The interval of the eigenvalues of a matrix: ends are numbers or ids of scalars, null where there is none. */
export interface Spectrum {
  least: string | number | null;
  most: string | number | null;
  isOpen: { least: boolean; most: boolean };
}

const INTERVAL = /^([[(])\s*([^,\s]+)\s*,\s*([^,\s]+)\s*([\])])$/;

/** `[0, inf)`, `(0, inf)`, `[mu, L]`, `(-inf, inf)`; null of anything else, and where no number is between the ends. */
export function parseSpectrum(text: string): Spectrum | null {
  const [, open, from = '', to = '', close] = INTERVAL.exec(text.trim()) ?? [];
  if (open === undefined) return null;
  const [least, most] = [endOf(from, '-inf'), endOf(to, 'inf')];
  if (least === undefined || most === undefined) return null;
  const isOpen = { least: open === '(', most: close === ')' };
  if (typeof least === 'number' && typeof most === 'number') {
    if (least > most || (least === most && (isOpen.least || isOpen.most))) return null;
  }
  if ((least === null && !isOpen.least) || (most === null && !isOpen.most)) return null;
  return { least, most, isOpen };
}

function endOf(text: string, infinite: string): string | number | null | undefined {
  if (text === infinite) return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(text) && text !== 'inf' ? text : undefined;
}
