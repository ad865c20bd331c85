'use client';

import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconEyeQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StudentCheck } from '@/lib/kinds/contract';
import { InlineMarkdown } from '@/lib/ui/markdown';
import { ScrollWide } from '@/lib/ui/scroll-wide';
import { levelStyle } from './level-style';
import classes from './lines.module.css';

const LOOK = {
  right: { words: 'right', icon: IconCircleCheck, color: 'var(--nabla-right)' },
  wrong: { words: 'not right', icon: IconCircleX, color: 'var(--nabla-wrong)' },
  unread: { words: 'could not be read', icon: IconEyeQuestion, color: 'var(--nabla-caution)' },
  // Whether a person will decide it is said of the part.
  review: { words: 'not decided', icon: IconEyeQuestion, color: 'var(--nabla-caution)' },
} as const;

/** A numbered line of an answer with what became of it; what is right only gets its mark. */
export function JudgedLine({
  number,
  level = 0,
  check,
  children,
}: {
  number: number;
  /** How deep the line stands. */
  level?: number;
  check: StudentCheck | null;
  children: ReactNode;
}) {
  const look = check && LOOK[check.verdict === 'review' && check.unread ? 'unread' : check.verdict];
  const Icon = look?.icon;
  return (
    <li className={classes.judged} style={levelStyle(level)}>
      <span className={classes.number}>{number}</span>
      <ScrollWide label={`Line ${number}`} className={classes.below}>
        {children}
      </ScrollWide>
      <span style={{ color: look?.color }}>
        {Icon && <Icon size={18} aria-hidden="true" />}
        {look && <VisuallyHidden>{`Line ${number}: ${look.words}`}</VisuallyHidden>}
      </span>
      {check && check.verdict !== 'right' && (
        <Group gap={4} className={classes.said}>
          <Text component="div" size="sm">
            <InlineMarkdown>{check.message}</InlineMarkdown>{' '}
            {check.witness && !check.message.includes(check.witness.summary) && (
              <Text component="span" size="sm" c="dimmed">
                <InlineMarkdown>{check.witness.summary}</InlineMarkdown>
              </Text>
            )}
          </Text>
        </Group>
      )}
    </li>
  );
}
