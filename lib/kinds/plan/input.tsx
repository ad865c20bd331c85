'use client';

import { Alert, Stack, Text } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { dimensionLatex } from '@/lib/math/dimension';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { InputProps } from '../contract';
import { LinesInput } from '../lines/lines-input';
import { tableOfPart } from '../symbols';
import { LinePreview } from './line-preview';
import { readProgram } from './program';
import { MAX_LINES, type PlanAnswer, type PlanSpec } from './schema';
import { grouped } from './sizes';
import { visualStep } from './visual-step';

export function Input({ spec, value, onChange, ...rest }: InputProps<PlanSpec, PlanAnswer>) {
  const table = useMemo(() => tableOfPart(spec), [spec]);
  // The fields are made anew when these change, so they must stay the same arrays.
  const readAs = useMemo(
    () => (table.ok ? [{ name: 'as declared' as const, table: table.value }] : []),
    [table],
  );
  const steps = useMemo(() => value.steps ?? [], [value.steps]);
  const settled = useDeferredValue(steps);
  const program = useMemo(
    () => (table.ok ? readProgram(settled, spec, table.value) : null),
    [settled, spec, table],
  );
  if (!program) {
    return (
      <Alert color="red">The symbols of this part are not usable. Please tell the staff.</Alert>
    );
  }
  const lineAt = (index: number) => program.lines.find(({ line }) => line === index + 1);
  return (
    <Stack gap="sm">
      <Sizes spec={spec} />
      <LinesInput
        {...rest}
        lines={steps}
        onChange={(lines) => onChange({ steps: lines })}
        lineLabel={(index) => `Line ${index + 1}`}
        symbols={spec.symbols}
        keyed={spec.symbols}
        conventions={readAs}
        leftSides={[]}
        copyLast={false}
        maxLines={MAX_LINES}
        visual={(text, index) => visualStep(text, lineAt(index), program.table)}
        preview={(index, mend) => {
          const line = lineAt(index);
          return line && <LinePreview line={line} table={program.table} onMend={mend} />;
        }}
      />
    </Stack>
  );
}

/** The shapes of the symbols, and the sizes that costs are counted with. */
function Sizes({ spec }: { spec: PlanSpec }) {
  const shapes = spec.symbols.flatMap(({ latex, type }) =>
    type.kind === 'matrix'
      ? [`$${latex}\\colon ${type.shape.map(dimensionLatex).join(' \\times ')}$`]
      : [],
  );
  // In the order in which the shapes name them.
  const names = new Set(
    spec.symbols.flatMap(({ type }) => (type.kind === 'matrix' ? type.shape : [])),
  );
  const sizes = [...names].flatMap((name) => {
    const size = typeof name === 'string' ? spec.sizes[name] : undefined;
    return size === undefined ? [] : [`$${dimensionLatex(name)} = ${grouped(size)}$`];
  });
  return (
    <Text component="div" size="sm" role="note" aria-label="Shapes and sizes">
      <InlineMarkdown>{shapes.join(', ')}</InlineMarkdown>
      <br />
      <Text span size="sm" c="dimmed">
        Multiplications are counted with <InlineMarkdown>{sizes.join(', ')}</InlineMarkdown>.
      </Text>
    </Text>
  );
}
