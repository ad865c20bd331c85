import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** Colours that can be read on any ground, light and dark. */
const TONES = {
  right: 'var(--nabla-right)',
  caution: 'var(--nabla-caution)',
  wrong: 'var(--nabla-wrong)',
  accent: 'var(--mantine-color-anchor)',
  quiet: 'var(--mantine-color-dimmed)',
} as const;

export type Tone = keyof typeof TONES;

/** A state in a word, which is never cut off. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge
      variant="outline"
      tt="none"
      fw={500}
      miw="max-content"
      style={{ color: TONES[tone], borderColor: 'currentcolor' }}
    >
      {children}
    </Badge>
  );
}
