'use client';

import { Group, NativeSelect } from '@mantine/core';
import {
  type RosterAnswer,
  type RosterRequest,
  rosterRequestSchema,
} from '@/lib/features/roster/schema';

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1250': 'Windows-1250 (Central European)',
  'windows-1252': 'Windows-1252 (Western European)',
};
const SEPARATORS = { ';': 'Semicolon', ',': 'Comma', '\t': 'Tab' };

/** How a file is read, as the file says or as staff say, and as what its people come in. */
export function RosterReading({
  options,
  answer,
  onChange,
}: {
  options: RosterRequest;
  answer: RosterAnswer | null;
  onChange: (change: Partial<RosterRequest>) => void;
}) {
  const { encoding, separator, role } = rosterRequestSchema.shape;
  const encodingIs = answer ? `: ${ENCODINGS[answer.encoding]}` : '';
  const separatorIs = answer ? `: ${SEPARATORS[answer.separator]}` : '';
  return (
    <Group gap="sm">
      <NativeSelect
        label="Encoding"
        value={options.encoding ?? ''}
        data={choices(`As the file says${options.encoding ? '' : encodingIs}`, ENCODINGS)}
        onChange={(event) =>
          onChange({ encoding: encoding.parse(event.currentTarget.value || null) })
        }
      />
      <NativeSelect
        label="Separator"
        value={options.separator ?? ''}
        data={choices(`As the file says${options.separator ? '' : separatorIs}`, SEPARATORS)}
        onChange={(event) =>
          onChange({ separator: separator.parse(event.currentTarget.value || null) })
        }
      />
      <NativeSelect
        label="They come in as"
        value={options.role}
        data={[
          { value: 'STUDENT', label: 'Students' },
          { value: 'GRADER', label: 'Graders' },
        ]}
        onChange={(event) => onChange({ role: role.parse(event.currentTarget.value) })}
      />
    </Group>
  );
}

function choices(usual: string, others: Readonly<Record<string, string>>) {
  return [
    { value: '', label: usual },
    ...Object.entries(others).map(([value, label]) => ({ value, label })),
  ];
}
