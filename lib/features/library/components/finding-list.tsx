import { Anchor, List, ListItem } from '@mantine/core';
import type { StoredFinding } from '@/lib/features/library/schema';
import { FindingText } from './checked-source';

/** Everything that the check says, each with a way to its line. */
export function FindingList({ findings }: { findings: readonly StoredFinding[] }) {
  return (
    <List size="sm" spacing={4} listStyleType="none" mb="md" aria-label="What the check found">
      {findings.map((finding) => (
        <ListItem key={`${finding.line} ${finding.column} ${finding.message}`}>
          <Anchor href={`#line-${finding.line}`} size="sm">
            Line {finding.line}
          </Anchor>{' '}
          <FindingText finding={finding} />
        </ListItem>
      ))}
    </List>
  );
}
