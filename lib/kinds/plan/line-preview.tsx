'use client';

import { Text, UnstyledButton } from '@mantine/core';
import classes from '@/lib/kinds/fields/formula.module.css';
import { Unreadable } from '@/lib/kinds/fields/unreadable';
import type { ProgramLine } from '@/lib/kinds/plan/program/program';
import { stepLatex } from '@/lib/kinds/plan/program/visual-step';
import type { Shape } from '@/lib/math/core/declaration';
import { dimensionLatex, isScalar, shapeLatex } from '@/lib/math/core/dimension';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { InlineMarkdown } from '@/lib/ui/markdown';

/** How a line is read and which shape its result has, as one types. Never whether it is right. */
export function LinePreview({
  line,
  table,
  onMend,
}: {
  line: ProgramLine;
  table: SymbolTable;
  onMend: ((text: string) => void) | undefined;
}) {
  const { text, step } = line;
  if (step.ok) {
    return (
      <Text component="div" size="sm" role="status">
        <Text span size="sm" c="dimmed">
          Read as{' '}
        </Text>
        <InlineMarkdown>{`$${stepLatex(line, table)}$`}</InlineMarkdown>
        <Text span size="sm" c="dimmed">
          {': '}
          <InlineMarkdown>{`$${step.value.latex}$ is ${shapeSentence(step.value.shape)}`}</InlineMarkdown>
        </Text>
      </Text>
    );
  }
  const { edit, proposal } = step.error;
  return (
    <Text component="div" size="sm" role="status" c="var(--nabla-caution)">
      {step.error.isFault ? 'Does not fit: ' : 'Not read yet: '}
      <InlineMarkdown>{step.error.message}</InlineMarkdown>{' '}
      <Text span size="sm" c="dimmed">
        <Unreadable text={text} at={step.error} />
      </Text>
      {edit && onMend && (
        <>
          {' '}
          <UnstyledButton
            className={classes.mend}
            onClick={() => onMend(text.slice(0, edit.start) + edit.text + text.slice(edit.end))}
          >
            Mend it:{' '}
            <InlineMarkdown>
              {proposal?.startsWith('add ') ? proposal : `$${proposal ?? edit.text}$`}
            </InlineMarkdown>
          </UnstyledButton>
        </>
      )}
    </Text>
  );
}

function shapeSentence(shape: Shape): string {
  const [rows, columns] = shape;
  if (isScalar(shape)) return 'a scalar.';
  const exact = `$${shapeLatex(shape)}$`;
  if (rows === 1) return `a row of $${dimensionLatex(columns)}$: ${exact}.`;
  if (columns === 1) return `a column of $${dimensionLatex(rows)}$: ${exact}.`;
  return `a matrix: ${exact}.`;
}
