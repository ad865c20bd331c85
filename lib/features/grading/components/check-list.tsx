import { List, ListItem, Stack, Text } from '@mantine/core';
import type { Check } from '@/lib/exam/check';
import type { StudentCheck } from '@/lib/kinds/contract';
import { InlineMarkdown } from '@/lib/ui/markdown';
import { VerdictBadge } from './verdict-badge';

/** What was found, check by check: what is right first. Evidence is there for staff only. */
export function CheckList({
  checks,
  isFinal = false,
}: {
  checks: readonly (StudentCheck | Check)[];
  /** Nobody decides what the machine did not. */
  isFinal?: boolean;
}) {
  const order = { right: 0, review: 1, wrong: 2 };
  const listed = checks.filter(({ beside }) => !beside);
  const sorted = listed.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <List listStyleType="none" spacing="sm" pl={0}>
      {sorted.map((check) => (
        <ListItem key={check.name} style={{ maxWidth: '80ch' }}>
          <Stack gap={4} align="start">
            {/* A single check says what its part says. */}
            {listed.length > 1 && (
              <VerdictBadge
                verdict={check.verdict}
                score={check.score}
                unread={check.unread}
                blank={check.blank}
                isFinal={isFinal}
              />
            )}
            <Text component="div" size="sm">
              <InlineMarkdown>{check.message}</InlineMarkdown>
            </Text>
            {check.witness && !check.message.includes(check.witness.summary) && (
              <Text component="div" size="sm" c="dimmed">
                <InlineMarkdown>{check.witness.summary}</InlineMarkdown>
              </Text>
            )}
            {'evidence' in check && (
              <Text component="div" size="xs" c="dimmed">
                Evidence: <InlineMarkdown>{check.evidence}</InlineMarkdown>
              </Text>
            )}
          </Stack>
        </ListItem>
      ))}
    </List>
  );
}
