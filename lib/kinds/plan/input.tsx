'use client';

import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import classes from '@/lib/kinds/fields/formula.module.css';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
import { LinesInput } from '@/lib/kinds/lines/lines-input';
import { grouped } from '@/lib/kinds/plan/cost/sizes';
import { readProgram } from '@/lib/kinds/plan/program/program';
import { visualStep } from '@/lib/kinds/plan/program/visual-step';
import { dimensionLatex, shapeLatex } from '@/lib/math/core/dimension';
import { Tex } from '@/lib/ui/markdown';
import { MAX_LINES, type PlanAnswer, type PlanSpec } from './answer';
import { LinePreview } from './line-preview';

export function Input({ spec, value, onChange, ...rest }: InputProps<PlanSpec, PlanAnswer>) {
  const symbols = usePartTable(spec);
  const steps = useMemo(() => value.steps ?? [], [value.steps]);
  const program = useMemo(
    () => symbols && readProgram(steps, spec, symbols.table),
    [steps, spec, symbols],
  );
  if (!program) return <UnusableSymbols />;
  const stepsAt = (index: number) => program.lines.filter(({ line }) => line === index + 1);
  return (
    <Stack gap="sm">
      <Sizes spec={spec} />
      <LinesInput
        {...rest}
        lines={steps}
        onChange={(lines) => onChange({ steps: lines })}
        symbols={spec.symbols}
        keyed={spec.symbols}
        forms={spec.outputs.flatMap(({ leftSides }) => leftSides)}
        words
        maxLines={MAX_LINES}
        visual={(text, index) => visualStep(text, stepsAt(index)[0], program.table)}
        preview={(index, mend) =>
          stepsAt(index).map((line, _, all) => (
            <LinePreview
              key={line.text}
              line={line}
              table={program.table}
              onMend={all.length > 1 ? undefined : mend}
            />
          ))
        }
      />
    </Stack>
  );
}

/** The shapes of the symbols, and the sizes that costs are counted with. */
function Sizes({ spec }: { spec: PlanSpec }) {
  const matrices = spec.symbols.flatMap(({ id, latex, type }) =>
    type.kind === 'matrix' ? [{ id, latex, shape: type.shape }] : [],
  );
  // In the order in which the shapes name them.
  const names = new Set(matrices.flatMap(({ shape }) => shape));
  const sizes = [...names].flatMap((name) => {
    const size = typeof name === 'string' ? spec.sizes[name] : undefined;
    return size === undefined ? [] : [`${dimensionLatex(name)} = ${grouped(size)}`];
  });
  return (
    <div role="note" aria-label="Shapes and sizes">
      <div className={classes.shapes}>
        {matrices.map(({ id, latex, shape }) => (
          <Tex authored key={id}>{`${latex}\\colon ${shapeLatex(shape)}`}</Tex>
        ))}
      </div>
      <Text component="div" size="sm" c="dimmed" className={classes.shapes} mt={4}>
        <span>Multiplications are counted with</span>
        {sizes.map((size) => (
          <Tex authored key={size}>
            {size}
          </Tex>
        ))}
      </Text>
    </div>
  );
}
