'use client';

import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';
import type { VersionPreview as Preview, PreviewPart } from '@/lib/features/library/version-data';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';
import { AuthoredText, WithPictures } from '@/lib/ui/authored';

/** The assignments of a version as students see them, or with references and solutions as staff do. */
export function VersionPreview({
  assignments,
  pictures,
  forStaff,
}: Pick<Preview, 'assignments' | 'pictures'> & { forStaff: boolean }) {
  return (
    <WithPictures pictures={pictures}>
      <Stack gap="xl">
        {assignments.map((assignment) => (
          <section key={assignment.number} aria-labelledby={`assignment-${assignment.number}`}>
            <Title order={2} size="h4" id={`assignment-${assignment.number}`} mb="xs">
              {assignment.number}. {assignment.title}
            </Title>
            <Text size="sm" c="dimmed" mb="xs">
              {assignment.points} points
            </Text>
            {assignment.prompt !== '' && <AuthoredText>{assignment.prompt}</AuthoredText>}
            <Stack gap="md" mt="sm">
              {assignment.parts.map((part) => (
                <Part key={part.id} part={part} forStaff={forStaff} />
              ))}
            </Stack>
          </section>
        ))}
      </Stack>
    </WithPictures>
  );
}

function Part({ part, forStaff }: { part: PreviewPart; forStaff: boolean }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={`Part ${part.id}`}>
      <Text size="sm" c="dimmed" mb={4}>
        {part.id} · {part.points} {part.points === 1 ? 'point' : 'points'} · {part.kind}
      </Text>
      <AuthoredText>{part.prompt}</AuthoredText>
      {forStaff ? <Solution part={part} /> : <Field part={part} />}
    </Paper>
  );
}

/** The answer field, to play with; nothing of it is kept. */
function Field({ part }: { part: PreviewPart }) {
  const [value, setValue] = useState<JsonValue>({});
  if (!isKindName(part.kind)) return null;
  const { Input } = screens[part.kind];
  return (
    <Input
      spec={part.spec}
      value={value}
      onChange={setValue}
      seed={part.id}
      label={`Part ${part.id}`}
      disabled={false}
    />
  );
}

function Solution({ part }: { part: PreviewPart }) {
  return (
    <>
      <PartAnswer
        kind={part.kind}
        spec={part.spec}
        reference={part.reference}
        content={part.reference?.answer ?? {}}
        note={null}
        checks={[]}
        label={`Reference of part ${part.id}`}
      />
      {part.solution !== '' && <AuthoredText>{part.solution}</AuthoredText>}
    </>
  );
}
