'use client';

import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { conventions } from '@/lib/kinds/fields/conventions';
import { FieldsInput } from '@/lib/kinds/fields/fields-input';
import classes from '@/lib/kinds/fields/formula.module.css';
import { unitSymbols } from '@/lib/kinds/fields/symbols';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import { shapeLatex } from '@/lib/math/core/dimension';
import { Tex } from '@/lib/ui/markdown';
import type { FormulaSpec } from './answer';
import { shownFields } from './shown-fields';

export function Input({ spec, ...rest }: InputProps<FormulaSpec, FieldsAnswer>) {
  const readAs = useMemo(() => conventions(spec), [spec]);
  // The fields are made anew when their symbols change, so these must stay the same arrays.
  const { symbols, keyed } = useMemo(() => {
    const units = unitSymbols(spec.reading);
    const own = spec.symbols.filter(({ id }) => spec.keys.includes(id));
    return { symbols: [...spec.symbols, ...units], keyed: [...own, ...units] };
  }, [spec]);
  const fields = useMemo(() => shownFields(spec), [spec]);
  if (!readAs.ok) return <UnusableSymbols />;
  return (
    <Stack gap="sm">
      {spec.showShapes && <Shapes spec={spec} />}
      <FieldsInput
        {...rest}
        fields={fields}
        keyed={keyed}
        symbols={symbols}
        conventions={readAs.value}
      />
    </Stack>
  );
}

function Shapes({ spec }: { spec: FormulaSpec }) {
  const matrices = spec.symbols.flatMap(({ id, latex, type }) =>
    type.kind === 'matrix' ? [{ id, latex, shape: type.shape }] : [],
  );
  return (
    <div className={classes.shapes} role="note" aria-label="Shapes of the symbols">
      {matrices.map(({ id, latex, shape }) => (
        <Tex authored key={id}>{`${latex}\\colon ${shapeLatex(shape)}`}</Tex>
      ))}
    </div>
  );
}
