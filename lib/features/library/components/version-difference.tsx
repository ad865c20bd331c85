import { Alert, Badge, Code, List, ListItem, Stack, Text, Title } from '@mantine/core';
import type { PartDifference, VersionDifference } from '@/lib/features/library/difference-data';
import { EmptyState } from '@/lib/ui/empty-state';
import classes from './version-difference.module.css';

const CHANGES = {
  added: { color: 'green', word: 'new' },
  removed: { color: 'red', word: 'gone' },
  changed: { color: 'blue', word: 'changed' },
} as const;

const ASPECT_WORDS = {
  points: 'its points',
  prompt: 'the question',
  field: 'the answer field',
  key: 'the key',
  solution: 'the reference solution',
  place: 'its place or label',
} as const;

/** What is another in a version than in an earlier one: by part, then line by line. */
export function VersionDifferenceView({ difference }: { difference: VersionDifference }) {
  const { exam, parts, hunks } = difference;
  if (exam.length === 0 && parts.length === 0 && (hunks?.length ?? 0) === 0) {
    return (
      <EmptyState title="Nothing is different">Both versions ask and grade the same.</EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      <section aria-labelledby="by-part">
        <Title order={3} size="h5" id="by-part" mb="xs">
          What changed
        </Title>
        <List spacing={4} size="sm">
          {exam.map((words) => (
            <ListItem key={words}>The exam: {words}</ListItem>
          ))}
          {parts.map((part) => (
            <ListItem key={part.id}>
              <PartLine part={part} />
            </ListItem>
          ))}
        </List>
      </section>
      <section aria-labelledby="by-line">
        <Title order={3} size="h5" id="by-line" mb="xs">
          Line by line
        </Title>
        {hunks === null ? (
          <Alert color="gray">
            The text of one of these versions was stored before texts were kept.
          </Alert>
        ) : (
          <Lines hunks={hunks} />
        )}
      </section>
    </Stack>
  );
}

function PartLine({ part }: { part: PartDifference }) {
  const { color, word } = CHANGES[part.change];
  return (
    <>
      <Code>{part.id}</Code>{' '}
      <Badge size="sm" variant="light" color={color}>
        {word}
      </Badge>{' '}
      {part.aspects.map((aspect) => ASPECT_WORDS[aspect]).join(', ')}
    </>
  );
}

const SIGNS = { '+': classes.added, '-': classes.removed } as const;

function Lines({ hunks }: { hunks: NonNullable<VersionDifference['hunks']> }) {
  if (hunks.length === 0) return <Text size="sm">The text is the same.</Text>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard (WCAG 2.1.1)
    <section className={classes.lines} aria-label="Lines that differ" tabIndex={0}>
      {hunks.map((hunk) => (
        <div key={`${hunk.from} ${hunk.to}`} className={classes.hunk}>
          <div className={classes.place}>
            Line {hunk.from} before, line {hunk.to} now
          </div>
          {hunk.lines.map((line, index) => {
            const sign = line.charAt(0);
            const look = sign === '+' || sign === '-' ? SIGNS[sign] : '';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
              <div key={index} className={`${classes.line} ${look}`}>
                {line}
              </div>
            );
          })}
        </div>
      ))}
    </section>
  );
}
