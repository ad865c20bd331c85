'use client';

import { Blockquote, Text } from '@mantine/core';
import type { JsonValue } from '@/lib/exam/check';
import type { Reference, StudentCheck } from '@/lib/kinds/contract';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';

/** An answer as its student saw it, with the note, beside the reference where it may be seen. */
export function PartAnswer({
  kind,
  spec,
  reference,
  content,
  note,
  checks,
  label,
}: {
  kind: string;
  spec: JsonValue;
  reference: Reference | null;
  content: JsonValue;
  note: string | null;
  checks: readonly StudentCheck[];
  label: string;
}) {
  if (!isKindName(kind)) return null;
  const { Review } = screens[kind];
  const isBlank = JSON.stringify(content) === '{}';
  return (
    <>
      {!isBlank && (
        <div data-review={kind}>
          <Review
            spec={spec}
            reference={reference}
            answer={content}
            checks={checks}
            label={label}
          />
        </div>
      )}
      {note && (
        <Blockquote p="sm" mt="xs" color="gray">
          <Text size="sm" fw={500}>
            Note to the grader
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {note}
          </Text>
        </Blockquote>
      )}
    </>
  );
}
