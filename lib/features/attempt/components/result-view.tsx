import {
  Accordion,
  AccordionControl,
  AccordionItem,
  AccordionPanel,
  Group,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import type {
  ResultAssignment,
  ResultPart,
  VisibleResult,
} from '@/lib/features/attempt/result-data';
import { CheckList } from '@/lib/features/grading/components/check-list';
import { LateDecision } from '@/lib/features/grading/components/late-decision';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';
import { PartHead } from '@/lib/features/grading/components/part-head';
import { StaffDecision } from '@/lib/features/grading/components/staff-decision';
import { WithPictures } from '@/lib/ui/authored';
import { Markdown } from '@/lib/ui/markdown';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import { partTitle } from './room-types';

type Mode = VisibleResult['mode'];

/** Score per part, what was found, one's own answer beside the reference. */
export function ResultView({ result }: { result: VisibleResult }) {
  const { total } = result;
  return (
    <Stack gap="xl">
      <Paper withBorder p="lg">
        <Group justify="space-between" align="end">
          <div>
            <Text size="sm" c="dimmed">
              {total.provisional ? 'Provisional score' : 'Score'}
            </Text>
            <Text fz={36} fw={650} lh={1.1} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {total.score}
              <Text span c="dimmed" fw={400} fz="lg">
                {' '}
                of {total.points} points
              </Text>
            </Text>
          </div>
          {total.open > 0 && (
            <Text size="sm" maw={340}>
              {openInWords(total.open, result.mode)}
            </Text>
          )}
        </Group>
      </Paper>
      <WithPictures pictures={result.pictures}>
        {result.assignments.map((assignment) => (
          <Assignment
            key={assignment.number}
            assignment={assignment}
            mode={result.mode}
            pictures={result.pictures}
          />
        ))}
      </WithPictures>
    </Stack>
  );
}

/** Nobody corrects practice: what the machine cannot decide counts nothing so far. */
function openInWords(open: number, mode: Mode): string {
  const points = open === 1 ? 'point' : 'points';
  if (mode === 'PRACTICE')
    return `${open} ${points} could not be decided and count 0 so far: nobody corrects practice. Each part says how to write it.`;
  return `${open} ${points} ${open === 1 ? 'waits' : 'wait'} for a person to decide and can still be added.`;
}

interface Shown {
  mode: Mode;
  pictures: Pictures;
}

function Assignment({ assignment, ...shown }: Shown & { assignment: ResultAssignment }) {
  const earned = assignment.parts.reduce((sum, part) => sum + (part.score ?? 0), 0);
  return (
    <Stack component="section" gap="md" aria-labelledby={`assignment-${assignment.number}`}>
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h4" id={`assignment-${assignment.number}`}>
          {assignment.number}. {assignment.title}
        </Title>
        <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {earned} of {assignment.points}
        </Text>
      </Group>
      {assignment.parts.map((part) => (
        <Part key={part.id} part={part} name={partTitle(assignment, part)} {...shown} />
      ))}
    </Stack>
  );
}

/** What an open part of practice needs to hear, where an exam would have a person look at it. */
const UNREAD_IN_PRACTICE =
  'Nobody looks at practice, so what could not be read stays without points. Practise again and write it as the message says: below the field you see at once whether it can be read.';

function Part({ part, name, mode, pictures }: Shown & { part: ResultPart; name: string }) {
  const isPractice = mode === 'PRACTICE';
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      component="section"
      aria-label={`${name} (${part.id})`}
    >
      <Stack gap="md">
        <PartHead
          name={name}
          part={part}
          openWords={isPractice ? `${part.open} not decided` : `up to ${part.open} more open`}
          isFinal={isPractice}
        />
        <LateDecision late={part.late} />
        <StaffDecision decided={part.decided} comment={part.mark?.comment ?? ''} />
        <CheckList checks={part.checks} isFinal={isPractice} />
        {isPractice && part.unread && (
          <Text size="sm" style={{ maxWidth: '80ch' }}>
            {UNREAD_IN_PRACTICE}
          </Text>
        )}
        <PartAnswer
          kind={part.kind}
          spec={part.spec}
          reference={part.reference}
          content={part.content}
          note={part.note}
          checks={part.checks}
          label={`Your answer to ${part.id}`}
        />
        <Accordion variant="default" chevronPosition="left">
          {part.solution !== '' && (
            <AccordionItem value="solution">
              <AccordionControl>Reference solution</AccordionControl>
              <AccordionPanel>
                <Markdown authored pictures={pictures}>
                  {part.solution}
                </Markdown>
              </AccordionPanel>
            </AccordionItem>
          )}
          <AccordionItem value="prompt">
            <AccordionControl>The question</AccordionControl>
            <AccordionPanel>
              <Markdown authored pictures={pictures}>
                {part.prompt}
              </Markdown>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      </Stack>
    </Paper>
  );
}
