'use client';

import { Stack, Text, Title } from '@mantine/core';
import type { HandedInPart } from '@/lib/features/attempt/handed-in-data';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';

/** What a student handed in, to read it again while the results are not there yet. */
export function HandedIn({ parts }: { parts: readonly HandedInPart[] }) {
  return (
    <section aria-labelledby="handed-in">
      <Title order={2} size="h4" id="handed-in" mb="xs">
        What you handed in
      </Title>
      <Stack gap="md">
        {parts.map((part) => (
          <Part key={part.id} {...part} />
        ))}
      </Stack>
    </section>
  );
}

function Part({ name, kind, spec, content, note }: HandedInPart) {
  const isEmpty = JSON.stringify(content) === '{}' && !note;
  return (
    <section aria-label={`Part ${name}`}>
      <Title order={3} size="h6">
        {name}
      </Title>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          Left empty
        </Text>
      ) : (
        <PartAnswer
          {...{ kind, spec, content, note }}
          reference={null}
          checks={[]}
          label={`Your answer to ${name}`}
        />
      )}
    </section>
  );
}
