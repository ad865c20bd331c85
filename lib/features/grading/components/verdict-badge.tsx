import { Badge } from '@mantine/core';
import { IconCircleCheck, IconCircleHalf2, IconCircleX, IconUserSearch } from '@tabler/icons-react';
import type { Verdict } from '@/lib/exam/check';

/** What the words are for: a colour never stands alone. */
const LOOK = {
  right: { words: 'Right', icon: IconCircleCheck, color: 'var(--nabla-right)' },
  partly: { words: 'Partly right', icon: IconCircleHalf2, color: 'var(--nabla-caution)' },
  wrong: { words: 'Not right', icon: IconCircleX, color: 'var(--nabla-wrong)' },
  review: { words: 'Waits for a person', icon: IconUserSearch, color: 'var(--nabla-caution)' },
} as const;

export function VerdictBadge({ verdict, score }: { verdict: Verdict; score: number }) {
  const { words, icon: Icon, color } = LOOK[verdict === 'wrong' && score > 0 ? 'partly' : verdict];
  return (
    <Badge
      variant="outline"
      size="lg"
      tt="none"
      fw={500}
      leftSection={<Icon size={15} aria-hidden="true" />}
      style={{ color, borderColor: 'currentcolor' }}
    >
      {words}
    </Badge>
  );
}
