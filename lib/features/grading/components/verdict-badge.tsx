import { Badge } from '@mantine/core';
import {
  type Icon,
  IconCircleCheck,
  IconCircleDashed,
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
  partUnread: {
    words: 'Not all could be read',
    icon: IconEyeQuestion,
    color: 'var(--nabla-caution)',
  },
  blank: { words: 'Nothing written', icon: IconCircleDashed, color: 'var(--mantine-color-dimmed)' },
  review: { words: 'Needs a person', icon: IconUserSearch, color: 'var(--nabla-caution)' },
  undecided: { words: 'Not decided', icon: IconEyeQuestion, color: 'var(--nabla-caution)' },
} as const;

interface Found {
  verdict: Verdict;
  score: number;
  unread?: boolean | undefined;
  blank?: boolean | undefined;
  /** It waits for nobody, as in practice. */
  isFinal?: boolean | undefined;
}

export function VerdictBadge(found: Found) {
  return <LookBadge look={LOOK[lookOf(found)]} />;
}

function lookOf({ verdict, score, unread, blank, isFinal }: Found): keyof typeof LOOK {
  if (verdict === 'right') return 'right';
  if (verdict === 'wrong' && score > 0) return 'partly';
  if (verdict === 'wrong') return blank ? 'blank' : 'wrong';
  if (unread) return score > 0 ? 'partUnread' : 'unread';
  return isFinal ? 'undecided' : 'review';
}

/** What became of a part: what the machine found, or that a person decided; nothing while it is not graded. */
export function PartBadge({
  part: { verdict, score, points, decided, unread, checks },
  isFinal,
}: {
  part: {
    verdict: Verdict | null;
    score: number | null;
    points: number;
    decided: boolean;
    unread: boolean;
    checks: readonly { blank?: boolean | undefined }[];
  };
  isFinal: boolean;
}) {
  if (!decided) {
    const blank = checks.length > 0 && checks.every((check) => check.blank);
    return verdict && <VerdictBadge {...{ verdict, unread, blank, isFinal }} score={score ?? 0} />;
  }
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
