'use client';

import classes from '@/lib/kinds/fields/formula.module.css';
import { NotRead } from '@/lib/kinds/fields/reading-preview';
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
  if (!step.ok) return <NotRead text={text} error={step.error} onMend={onMend} />;
  const { latex, shape } = step.value;
  return (
    <div className={classes.reading} role="status">
      <span className={classes.aside}>Read as </span>
      <InlineMarkdown>{`$${stepLatex(line, table)}$`}</InlineMarkdown>
      <span className={classes.aside}>
        {': '}
        <InlineMarkdown>{`$${latex}$ is ${shapeSentence(shape)}`}</InlineMarkdown>
      </span>
    </div>
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
