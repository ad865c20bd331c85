import {
  Accordion,
  AccordionControl,
  AccordionItem,
  AccordionPanel,
  Group,
  List,
  ListItem,
  Paper,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { Markdown } from '@/lib/ui/markdown';
import { Time } from '@/lib/ui/time';
import { CheckList } from '../../grading/components/check-list';
import { PartAnswer } from '../../grading/components/part-answer';
import { PartBadge } from '../../grading/components/verdict-badge';
import type { ScriptMark, ScriptPart } from '../script-data';
import { MarkForm } from './mark-form';

/** One part of a script: the answer as the student saw it, the checks with evidence, the mark. */
export function ScriptPartCard({
  attemptId,
  part,
  step,
}: {
  attemptId: string;
  part: ScriptPart;
  step: number;
}) {
  const grade = part.grades.find(({ current }) => current) ?? null;
  const [mark] = part.marks;
  const other = part.revisions.filter(({ late, conflict }) => late || conflict);
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      component="section"
      aria-label={`Part ${part.id}`}
      id={part.id}
    >
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <Title order={3} size="h5">
              {part.id}
            </Title>
            <PartBadge part={part} />
          </Group>
          <Text fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {part.score ?? '–'} of {part.points}
            {part.open > 0 && (
              <Text span size="sm" c="dimmed" fw={400}>
                {' '}
                ({part.open} open)
              </Text>
            )}
          </Text>
        </Group>
        <PartAnswer
          kind={part.kind}
          spec={part.spec}
          reference={part.reference}
          content={part.content}
          note={part.note}
          checks={grade?.checks ?? []}
          label={`Answer to ${part.id}`}
        />
        {grade ? (
          <CheckList checks={grade.checks} />
        ) : (
          <Text size="sm" c="dimmed">
            Not graded yet.
          </Text>
        )}
        {part.marks.length > 0 && (
          <List size="sm" spacing={4}>
            {part.marks.map((each) => (
              <ListItem key={each.id}>
                {each.by}, <Time iso={each.at.toISOString()} />: {saidOf(each)}. {each.reason}
                {each.comment !== '' && ` To the student: ${each.comment}`}
              </ListItem>
            ))}
          </List>
        )}
        <Accordion variant="default" chevronPosition="left" multiple>
          <AccordionItem value="mark">
            <AccordionControl>Override or comment</AccordionControl>
            <AccordionPanel>
              <MarkForm
                key={mark?.id ?? 'none'}
                attemptId={attemptId}
                partId={part.id}
                points={part.points}
                step={step}
                decided={part.decided}
                seenMarkId={mark?.id ?? null}
              />
            </AccordionPanel>
          </AccordionItem>
          <AccordionItem value="question">
            <AccordionControl>Question and reference solution</AccordionControl>
            <AccordionPanel>
              <Markdown>{part.prompt}</Markdown>
              {part.solution !== '' && <Markdown>{part.solution}</Markdown>}
            </AccordionPanel>
          </AccordionItem>
          <AccordionItem value="history">
            <AccordionControl>
              History ({part.revisions.length} {part.revisions.length === 1 ? 'save' : 'saves'})
            </AccordionControl>
            <AccordionPanel>
              <List size="sm">
                {part.revisions.slice(0, 20).map(({ number, savedAt, late, conflict, current }) => (
                  <ListItem key={number}>
                    Revision {number}, <Time iso={savedAt.toISOString()} />
                    {current && ' (graded)'}
                    {late && ' (late, not graded)'}
                    {conflict && ' (other version of a conflict)'}
                  </ListItem>
                ))}
              </List>
              {grade && (
                <Text size="xs" c="dimmed" mt="xs">
                  Graded in {grade.ms} ms by grader {grade.graderVersion}, exam version{' '}
                  {grade.examVersion}, seed {grade.seed}.
                </Text>
              )}
              {other.map((revision) => (
                <Stack key={revision.number} gap={4} mt="sm">
                  <Text size="sm" fw={500}>
                    Revision {revision.number}
                  </Text>
                  <PartAnswer
                    kind={part.kind}
                    spec={part.spec}
                    reference={null}
                    content={revision.content}
                    note={revision.note}
                    checks={[]}
                    label={`Revision ${revision.number} of ${part.id}`}
                  />
                </Stack>
              ))}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      </Stack>
    </Paper>
  );
}

function saidOf({ score, withdraws }: ScriptMark): string {
  if (withdraws) return 'withdrew the score';
  return score === null ? 'comment' : `${score} points`;
}
