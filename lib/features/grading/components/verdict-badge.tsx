import { Badge } from '@mantine/core';
import {
  type Icon,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconEyeQuestion,
  IconUserCheck,
  IconUserSearch,
} from '@tabler/icons-react';
import type { Verdict } from '@/lib/exam/check';

/** What the words are for: a colour never stands alone. */
const LOOK = {
  right: { words: 'Right', icon: IconCircleCheck, color: 'var(--nabla-right)' },
  partly: { words: 'Partly right', icon: IconCircleHalf2, color: 'var(--nabla-caution)' },
  wrong: { words: 'Not right', icon: IconCircleX, color: 'var(--nabla-wrong)' },
  unread: { words: 'Could not be read', icon: IconEyeQuestion, color: 'var(--nabla-caution)' },
  review: { words: 'Needs a person', icon: IconUserSearch, color: 'var(--nabla-caution)' },
} as const;

export function VerdictBadge({
  verdict,
  score,
  unread = false,
}: {
  verdict: Verdict;
  score: number;
  unread?: boolean;
}) {
  if (unread && verdict === 'review') return <LookBadge look={LOOK.unread} />;
  return <LookBadge look={LOOK[verdict === 'wrong' && score > 0 ? 'partly' : verdict]} />;
}

/** What became of a part: what the machine found, or that a person decided; nothing while it is not graded. */
export function PartBadge({
  part: { verdict, score, points, decided, unread },
}: {
  part: {
    verdict: Verdict | null;
    score: number | null;
    points: number;
    decided: boolean;
    unread: boolean;
  };
}) {
  if (!decided) return verdict && <VerdictBadge {...{ verdict, unread }} score={score ?? 0} />;
  const like = score === points ? 'right' : score === 0 ? 'wrong' : 'partly';
  const look = { ...LOOK[like], words: 'Decided by a person', icon: IconUserCheck };
  return <LookBadge look={look} />;
}

function LookBadge({
  look: { words, icon: Icon, color },
}: {
  look: { words: string; icon: Icon; color: string };
}) {
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
