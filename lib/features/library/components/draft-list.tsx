import { List, ListItem, Title } from '@mantine/core';
import type { DraftRow } from '@/lib/features/library/data';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

/** Uploads that are not versions: being checked, or with errors. */
export function DraftList({ courseId, drafts }: { courseId: string; drafts: readonly DraftRow[] }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <Title order={2} size="h4" id="drafts" mb="xs">
        Uploads that are no version
      </Title>
      <List size="sm" spacing={4}>
        {drafts.map((draft) => (
          <ListItem key={draft.id}>
            <TextLink href={`/courses/${courseId}/exams/drafts/${draft.id}`}>{draft.name}</TextLink>
            , <Time iso={draft.at.toISOString()} />, by {draft.by ?? 'the command line'}:{' '}
            {draft.checkedAt ? 'has errors' : 'is being checked'}
          </ListItem>
        ))}
      </List>
    </section>
  );
}
