import {
  Accordion,
  AccordionControl,
  AccordionItem,
  AccordionPanel,
  List,
  ListItem,
  Paper,
  Stack,
  Text,
} from '@mantine/core';
import { CheckList } from '@/lib/features/grading/components/check-list';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';
import { PartHead } from '@/lib/features/grading/components/part-head';
import type { ScriptMark, ScriptPart } from '@/lib/features/review/script-data';
import { Time } from '@/lib/ui/time';
import { MarkForm } from './mark-form';
import { Question } from './question';
import { RevisionHistory } from './revision-history';

interface PartProps {
  attemptId: string;
  part: ScriptPart;
}

/** One part of a script: the answer as the student saw it, the checks with evidence, the mark. */
export function ScriptPartCard({ attemptId, part, step }: PartProps & { step: number }) {
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      component="section"
      aria-label={`Part ${part.id}`}
      id={part.id}
    >
      <Stack gap="md">
        <PartHead name={part.id} part={part} openWords={`${part.open} open`} />
        <PartAnswer
          kind={part.kind}
          spec={part.spec}
          reference={part.reference}
          content={part.content}
          note={part.note}
          checks={part.checks}
          label={`Answer to ${part.id}`}
        />
        {part.grade ? (
          <CheckList checks={part.checks} />
        ) : (
          <Text size="sm" c="dimmed">
            Not graded yet.
          </Text>
        )}
        {part.marks.length > 0 && <Marks marks={part.marks} />}
        <Accordion variant="default" chevronPosition="left" multiple>
          <MarkItem attemptId={attemptId} part={part} step={step} />
          <AccordionItem value="question">
            <AccordionControl>Question and reference solution</AccordionControl>
            <AccordionPanel keepMounted={false}>
              <Question prompt={part.prompt} solution={part.solution} />
            </AccordionPanel>
          </AccordionItem>
          <HistoryItem attemptId={attemptId} part={part} />
        </Accordion>
      </Stack>
    </Paper>
  );
}

/** What people said of the part so far, the latest first. */
function Marks({ marks }: { marks: ScriptPart['marks'] }) {
  return (
    <List size="sm" spacing={4}>
      {marks.map((each) => (
        <ListItem key={each.id}>
          {each.by}, <Time iso={each.at.toISOString()} />: {saidOf(each)}. {each.reason}
          {each.comment !== '' && ` To the student: ${each.comment}`}
        </ListItem>
      ))}
    </List>
  );
}

function MarkItem({ attemptId, part, step }: PartProps & { step: number }) {
  const [mark] = part.marks;
  return (
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
  );
}

function HistoryItem({ attemptId, part }: PartProps) {
  const { all, late, conflict } = part.saves;
  return (
    <AccordionItem value="history">
      <AccordionControl>
        History ({all} {all === 1 ? 'save' : 'saves'}
        {late > 0 && `, ${late} late`}
        {conflict > 0 && `, ${conflict} of conflicts`})
      </AccordionControl>
      <AccordionPanel>
        <RevisionHistory
          attemptId={attemptId}
          part={{ id: part.id, kind: part.kind, spec: part.spec }}
          saves={part.saves}
        />
        {part.grade && (
          <Text size="xs" c="dimmed" mt="xs">
            Graded in {part.grade.ms} ms by grader {part.grade.graderVersion}, exam version{' '}
            {part.grade.examVersion}, seed {part.grade.seed}.
          </Text>
        )}
      </AccordionPanel>
    </AccordionItem>
  );
}

function saidOf({ score, withdraws, late }: ScriptMark): string {
  if (late === 'ACCEPTED') return 'accepted the answer that arrived late';
  if (late === 'REFUSED') return 'left the answer that arrived late without effect';
  if (withdraws) return 'withdrew the score';
  return score === null ? 'comment' : `${score} points`;
}
