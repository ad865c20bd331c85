import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: String.raw`Type $\frac{\mu}{\lambda} - \ln 2$. A slash makes a fraction, “mu” becomes $\mu$; below the field you see how it is read.`,
  part: {
    symbols: {
      lambda: { latex: '\\lambda', domain: '(0, inf)' },
      mu: { latex: '\\mu', domain: '(0, inf)' },
    },
    fields: { q: { label: 'q', reference: 'mu/lambda - ln(2)' } },
  },
};
