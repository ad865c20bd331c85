import { Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { TextLink } from '@/lib/ui/link';
import type { ChecklistItem, ChecklistState } from './checklist';
import classes from './checklist-card.module.css';

const STATES: Record<ChecklistState, { icon: typeof IconCircleCheck; words: string }> = {
  ready: { icon: IconCircleCheck, words: 'ready' },
  attention: { icon: IconAlertTriangle, words: 'look at this' },
  missing: { icon: IconCircleX, words: 'missing' },
};

/** Before an exam: what is in place and what is not, each with the page where it is mended. */
export function ChecklistCard({ items }: { items: readonly ChecklistItem[] }) {
  const ready = items.filter(({ state }) => state === 'ready').length;
  return (
    <Paper withBorder p="md" mb="lg" component="section" aria-labelledby="checklist">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id="checklist">
          Before the exam
        </Title>
        <Text size="sm" c="dimmed">
          {ready === items.length ? 'All is ready' : `${ready} of ${items.length} ready`}
        </Text>
      </Group>
      <ul className={classes.items}>
        {items.map((item) => (
          <Item key={item.id} {...item} />
        ))}
      </ul>
    </Paper>
  );
}

function Item({ title, state, text, href }: ChecklistItem) {
  const { icon: Icon, words } = STATES[state];
  return (
    <li className={classes.item}>
      <Icon size={18} className={classes[state]} aria-hidden="true" />
      <Stack gap={0}>
        <TextLink href={href} size="sm">
          {title}
          <VisuallyHidden>, {words}</VisuallyHidden>
        </TextLink>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </Stack>
    </li>
  );
}
