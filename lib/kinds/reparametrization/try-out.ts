import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: String.raw`The normal distribution with mean $m$ and variance 1 is to be sampled by a transformation $T(u, m)$ of a base variable $u$ that does not know $m$, where $m$ comes from a network with gradient $\nabla_w m$. Give $T$ and an estimator of $\nabla_w \mathbb E\,\ell(y)$.`,
  part: {
    symbols: {
      m: { latex: 'm', domain: 'real' },
      u: { latex: 'u', domain: 'real' },
      y: { latex: 'y', domain: 'real' },
      ell: { latex: '\\ell', aliases: ['l'], from: [1, 1], to: [1, 1] },
      grad: { latex: '\\nabla_w m', shape: ['n', 1] },
    },
    roles: { m: 'parameter', u: 'base', y: 'sample', ell: 'loss', grad: 'network' },
    density: '\\frac{1}{\\sqrt{2\\pi}} e^{-(y - m)^2/2}',
    domain: 'real',
    T: { label: 'T(u, m)' },
    gradient: { label: '\\nabla_w L' },
    reference: { base: 'normal', T: 'm + u', gradient: "\\ell'(y) \\nabla_w m" },
    shares: { T: 2, gradient: 2 },
  },
};
