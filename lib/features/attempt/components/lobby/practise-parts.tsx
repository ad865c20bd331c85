'use client';

import { Alert, Button, Checkbox, Group, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { ScrollWide } from '@/lib/ui/scroll-wide';
import { TriesPicture } from './tries-picture';
import { useStart } from './use-start';

export interface PractisedPart {
  id: string;
  name: string;
  title: string;
  points: number;
  tries: readonly { attemptId: string; number: number; score: number | null }[];
}

/** How the tries at each part went, and a try at those that one chooses. */
export function PractiseParts({
  sittingId,
  parts,
}: {
  sittingId: string;
  parts: readonly PractisedPart[];
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { begin, busy, problem } = useStart(sittingId);
  const isFull = (part: PractisedPart) => bestOf(part) === part.points;
  const choose = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const notFull = parts.filter((part) => !isFull(part)).map(({ id }) => id);
  return (
    <section aria-labelledby="parts">
      <Title order={2} size="h4" id="parts" mb={4}>
        Practise single parts
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Choose parts for a try at these alone. The columns show your tries, oldest first.
      </Text>
      {problem && (
        <Alert color="red" role="alert" title="Not started" mb="sm">
          {problem}
        </Alert>
      )}
      <PartsTable parts={parts} chosen={chosen} onChoose={choose} />
      <Group mt="sm" gap="sm">
        <Button
          variant="default"
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => void begin(null, chosen)}
        >
          {chosen.length === 0
            ? 'Practise the chosen parts'
            : `Practise ${chosen.length === 1 ? 'this part' : `these ${chosen.length} parts`}`}
        </Button>
        {notFull.length > 0 && (
          <Button variant="subtle" onClick={() => setChosen(notFull)}>
            Choose all without full points
          </Button>
        )}
      </Group>
    </section>
  );
}

function PartsTable({
  parts,
  chosen,
  onChoose,
}: {
  parts: readonly PractisedPart[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
}) {
  return (
    <ScrollWide label="Parts and tries">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <VisuallyHidden>Choose</VisuallyHidden>
            </Table.Th>
            <Table.Th>Part</Table.Th>
            <Table.Th>Tries</Table.Th>
            <Table.Th ta="end">Best</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map((part) => (
            <PartRow
              key={part.id}
              part={part}
              isChosen={chosen.includes(part.id)}
              onChoose={() => onChoose(part.id)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollWide>
  );
}

function PartRow({
  part,
  isChosen,
  onChoose,
}: {
  part: PractisedPart;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { name, title, points, tries } = part;
  const best = bestOf(part);
  return (
    <Table.Tr>
      <Table.Td w={36}>
        <Checkbox checked={isChosen} onChange={onChoose} aria-label={`Part ${name}`} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          <b>{name}</b> {title}
        </Text>
      </Table.Td>
      <Table.Td>
        <TriesPicture tries={tries} points={points} />
      </Table.Td>
      <Table.Td ta="end">
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {best === null ? 'not tried' : `${best} of ${points}`}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

/** The most points that any graded try had; null where there is none. */
function bestOf({ tries }: PractisedPart): number | null {
  const scores = tries.flatMap(({ score }) => score ?? []);
  return scores.length === 0 ? null : Math.max(...scores);
}
