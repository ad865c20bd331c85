'use client';

import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseCitations } from '@/lib/kinds/proof/reading/citations';
import classes from './proof.module.css';

/** Which lines a line follows from, by their numbers; it may be left empty. */
export function CitationsField({
  line,
  from,
  disabled,
  onChange,
}: {
  line: number;
  from: readonly number[];
  disabled: boolean;
  onChange: (from: readonly number[]) => void;
}) {
  const stored = from.join(', ');
  // What is being typed may be no list yet; it stands until the lines change under it.
  const [typed, setTyped] = useState({ text: stored, stored });
  const text = typed.stored === stored ? typed.text : stored;
  const parsed = parseCitations(text, line - 1);
  return (
    <div className={classes.citations}>
      <Text span size="sm" c="dimmed" aria-hidden="true">
        from lines
      </Text>
      <TextInput
        size="xs"
        value={text}
        aria-label={`Line ${line} follows from lines`}
        data-field={`line-${line}-from`}
        placeholder="any above"
        disabled={disabled}
        error={parsed === null && `numbers of lines above, 1 to ${line - 1}`}
        onChange={(event) => {
          const next = event.currentTarget.value;
          // What is no list cites nothing; what was cited before is not meant any more.
          const numbers = parseCitations(next, line - 1) ?? [];
          setTyped({ text: next, stored: numbers.join(', ') });
          onChange(numbers);
        }}
      />
    </div>
  );
}
