'use client';

import { Table, Text } from '@mantine/core';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { Tex } from '@/lib/ui/markdown';
import type { Convention } from './conventions';
import { type FieldReader, readerOf } from './field-reader';
import { Unreadable } from './unreadable';

interface ReviewedField {
  name: string;
  label: string;
  leftSides: readonly string[];
  /** Where it takes something else than a formula. */
  read?: FieldReader;
}

/** Each field as it was read, with the reference beside it where it may be seen. */
export function FieldsReview({
  fields,
  conventions,
  references,
  answer,
  label,
}: {
  fields: readonly ReviewedField[];
  conventions: readonly Convention[];
  /** By field name; null hides the column. What a program works out has none to show. */
  references: Readonly<Record<string, string | null>> | null;
  answer: FieldsAnswer;
  label: string;
}) {
  const typeset = (text: string, field: ReviewedField) => {
    if (text.trim() === '') return aside('left empty');
    const read = readerOf(field, conventions)(text);
    if (!read.ok) return <Unreadable text={text} at={read.error} />;
    return <Tex>{read.value.latex}</Tex>;
  };
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table aria-label={label} withRowBorders={false} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="1%">Field</Table.Th>
            <Table.Th>Answer</Table.Th>
            {references && <Table.Th>Reference</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.name}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <Tex authored>{field.label}</Tex>
              </Table.Td>
              <Table.Td>{typeset(fieldText(answer, field.name), field)}</Table.Td>
              {references && (
                <Table.Td>
                  {references[field.name] === null
                    ? aside('worked out by a program')
                    : typeset(references[field.name] ?? '', field)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function aside(words: string) {
  return (
    <Text span size="sm" c="dimmed">
      {words}
    </Text>
  );
}

/** The reference texts out of a key's fields. */
export function referenceTexts(
  fields: Readonly<Record<string, { reference: string | null }>> | undefined,
): Record<string, string | null> | null {
  if (!fields) return null;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { reference }]) => [name, reference]),
  );
}
