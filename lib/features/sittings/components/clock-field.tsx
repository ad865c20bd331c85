'use client';

import { Radio, RadioGroup, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TimeChoice } from '@/lib/features/sittings/wall-clock';

/** `2026-10-25T02:30`, without the offset that may stand behind it. */
const LOCAL_LENGTH = 16;

/** A date and time on the wall of the sitting's zone; where it comes twice it asks which. */
export function ClockField({
  label,
  value,
  onChange,
  error,
  choices,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  choices: readonly TimeChoice[];
}) {
  // They stay while the time stays, so that one can think again.
  const [kept, setKept] = useState(choices);
  if (choices.length > 0 && choices !== kept) setKept(choices);
  const local = value.slice(0, LOCAL_LENGTH);
  const shown = kept.filter(({ written }) => written.startsWith(local));
  return (
    <Stack gap={4}>
      <TextInput
        type="datetime-local"
        label={label}
        value={local}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        required
      />
      {local !== '' && shown.length > 0 && (
        <RadioGroup label="Which of the two?" size="sm" value={value} onChange={onChange}>
          <Stack gap={4} mt={4}>
            {shown.map((choice) => (
              <Radio key={choice.written} value={choice.written} label={choice.label} size="sm" />
            ))}
          </Stack>
        </RadioGroup>
      )}
    </Stack>
  );
}
