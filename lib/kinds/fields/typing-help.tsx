'use client';

import { Button, Code, Modal, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { asTyped } from '@/lib/math/notation/typed-forms';
import { Tex } from '@/lib/ui/markdown';
import type { MoreKeys } from './symbol-keys';
import type { DeclaredSymbol } from './symbols';
import { TYPING_ROWS, type TypingRow } from './typing-rows';

/** How to type the symbols of the part, and everything else, on a card that one can open. */
export function TypingHelp({
  symbols,
  more,
}: {
  symbols: readonly DeclaredSymbol[];
  /** What the fields of the part take. */
  more: readonly (MoreKeys | undefined)[];
}) {
  const [opened, card] = useDisclosure(false);
  const own = symbols.map(({ latex }): TypingRow => ({ typed: asTyped(latex), latex }));
  const hasMatrices = symbols.some(({ type }) => type.kind === 'matrix');
  const rows = [
    ...TYPING_ROWS.always,
    ...(hasMatrices ? TYPING_ROWS.matrices : []),
    ...(more.includes('ranges') ? TYPING_ROWS.ranges : []),
    ...(more.includes('sets') ? TYPING_ROWS.sets : []),
    ...(more.includes('sets') || more.includes('comparisons') ? TYPING_ROWS.comparisons : []),
    ...(more.includes('growth') ? TYPING_ROWS.growth : []),
  ];
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconKeyboard size={16} aria-hidden="true" />}
        onClick={card.open}
      >
        How to type
      </Button>
      <Modal opened={opened} onClose={card.close} title="How to type formulas" size="lg">
        <Text size="sm" mb="sm">
          Type as on a plain keyboard. An index ends by itself where no symbol of this part goes on;
          the right arrow, Esc and a space always end it. Below each field you see how it is read.
        </Text>
        <Rows title="Symbols of this part" rows={own} />
        <Rows title="Everything else" rows={rows} />
        <Text size="sm" mt="sm">
          LaTeX works too: a backslash begins a command, and what you paste may be LaTeX.
        </Text>
      </Modal>
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly TypingRow[] }) {
  return (
    <Table aria-label={title} captionSide="top" verticalSpacing={4}>
      <Table.Caption ta="left" fw={600}>
        {title}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="50%">Type</Table.Th>
          <Table.Th>for</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ typed, latex }) => (
          <Table.Tr key={latex}>
            <Table.Td>
              <Code>{typed}</Code>
            </Table.Td>
            <Table.Td>
              <Tex authored>{latex}</Tex>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
