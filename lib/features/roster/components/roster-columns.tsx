'use client';

import { Alert, Group, NativeSelect, Text, Title } from '@mantine/core';
import { FIELDS, type Field } from '@/lib/features/roster/columns';
import type { RosterAnswer } from '@/lib/features/roster/schema';

const LABELS: Readonly<Record<Field, string>> = {
  email: 'E-mail',
  number: 'Student number',
  familyName: 'Family name',
  givenName: 'Given name',
  name: 'Whole name',
  login: 'Login',
};

/** What each column of the file is, as recognised or as staff say. */
export function RosterColumns({
  answer: { heads, columns, sample, told },
  onColumns,
}: {
  answer: RosterAnswer;
  onColumns: (columns: (Field | null)[]) => void;
}) {
  const set = (index: number, value: string) => {
    const field = FIELDS.find((each) => each === value) ?? null;
    // A field is said by one column.
    onColumns(
      columns.map((before, at) => {
        if (at === index) return field;
        return before === field ? null : before;
      }),
    );
  };
  return (
    <section aria-labelledby="columns">
      <Title order={2} size="h5" id="columns" mb={4}>
        Columns
      </Title>
      {!told && (
        <Alert color="yellow" mb="sm" title="Say what the columns are">
          None of them is known to be an e-mail address or a student number.
        </Alert>
      )}
      <Group gap="sm" align="start">
        {heads.map((head, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; heads may be the same
          <div key={index}>
            <NativeSelect
              size="xs"
              label={head || `Column ${index + 1}`}
              value={columns[index] ?? ''}
              data={[
                { value: '', label: 'Not needed' },
                ...FIELDS.map((value) => ({ value, label: LABELS[value] })),
              ]}
              onChange={(event) => set(index, event.currentTarget.value)}
            />
            <Text size="xs" c="dimmed" maw={180} truncate="end">
              {sample[index] ?? ''}
            </Text>
          </div>
        ))}
      </Group>
    </section>
  );
}
