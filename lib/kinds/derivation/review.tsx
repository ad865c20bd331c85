'use client';

import { Code, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { Unreadable } from '@/lib/kinds/fields/unreadable';
import { JudgedLine } from '@/lib/kinds/lines/judged-line';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import type { DerivationAnswer, DerivationKey, DerivationSpec } from './answer';
import { readLine, readShownLine, stepsLatex } from './read-lines';
import { wayTo } from './way';

/** The lines as they were read, each with what became of it; below, what was to be derived. */
export function Review({
  spec,
  reference,
  answer,
  checks,
  label,
}: ReviewProps<DerivationSpec, DerivationKey, DerivationAnswer>) {
  const table = useMemo(() => tableOfPart(spec), [spec]);
  if (!table.ok) return <Code block>{(answer.lines ?? []).join('\n')}</Code>;
  const lineAt = (text: string, number: number) => (
    <Line text={text} number={number} table={table.value} spec={spec} />
  );
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Stack component="ol" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {(answer.lines ?? []).map((text, index) => (
          <JudgedLine
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place.
            key={index}
            number={index + 1}
            check={checks.find(({ name }) => name === `line ${index + 1}`) ?? null}
          >
            {lineAt(text, index + 1)}
          </JudgedLine>
        ))}
      </Stack>
      {reference && (
        <Text component="div" size="sm">
          <InlineMarkdown authored>
            {`One way: ${wayInWords(reference.key, table.value, spec)}`}
          </InlineMarkdown>
        </Text>
      )}
    </Stack>
  );
}

function wayInWords(key: DerivationKey, table: SymbolTable, spec: DerivationSpec): string {
  const lines = wayTo(spec, key);
  // Lines of an estimate are statements of their own.
  if (spec.estimate || spec.laws) return lines.map((line) => `$${line}$`).join(', ');
  return `$${[spec.quantity, ...lines.map((line) => latexOf(line, table, spec))].join(' = ')}$`;
}

function latexOf(text: string, table: SymbolTable, { leftSides }: DerivationSpec): string {
  const line = readLine(text, 1, table, leftSides);
  if (line.kind !== 'steps') return text;
  return line.steps.map((step) => toLatex(step, table)).join(' = ');
}

function Line({
  text,
  number,
  table,
  spec,
}: {
  text: string;
  number: number;
  table: SymbolTable;
  spec: DerivationSpec;
}) {
  const line = readShownLine(text, number, table, spec);
  switch (line.kind) {
    case 'blank':
      return (
        <Text span size="sm" c="dimmed">
          left empty
        </Text>
      );
    case 'label':
      return <Tex authored>{spec.quantity}</Tex>;
    case 'unreadable':
      return <Unreadable text={text} at={line.error} />;
    case 'steps':
      return <Tex>{stepsLatex(line, table, !spec.estimate || line.continues)}</Tex>;
  }
}
