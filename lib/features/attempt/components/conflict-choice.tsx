'use client';

import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { JsonValue } from '@/lib/exam/check';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';
import type { RoomPart } from './room-types';
import { usePart } from './use-parts';

/** Two tabs or devices wrote the same part: both versions are kept, the student chooses. */
export function ConflictChoice({
  part,
  onChoose,
}: {
  part: RoomPart;
  onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  const state = usePart(part.id, (own) => own);
  if (!state.theirs) return null;
  return (
    <Alert color="yellow" title="This part was also changed in another tab or on another device">
      <Stack gap="sm">
        <Text size="sm">
          Both versions are stored. Choose which one counts; nothing is deleted.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Version title="Here" part={part} content={state.content} note={state.note} />
          <Version
            title="The other one"
            part={part}
            content={state.theirs.content}
            note={state.theirs.note}
          />
        </SimpleGrid>
        <Group>
          <Button size="sm" onClick={() => onChoose('mine')}>
            Keep what I have here
          </Button>
          <Button size="sm" variant="default" onClick={() => onChoose('theirs')}>
            Take the other one
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Version({
  title,
  part,
  content,
  note,
}: {
  title: string;
  part: RoomPart;
  content: JsonValue;
  note: string;
}) {
  if (!isKindName(part.kind)) return null;
  const { Review } = screens[part.kind];
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Review spec={part.spec} reference={null} answer={content} checks={[]} label={title} />
      {note !== '' && <Text size="sm">Note: {note}</Text>}
    </Stack>
  );
}
