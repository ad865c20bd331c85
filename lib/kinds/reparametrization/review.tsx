'use client';

import { Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { readByConvention } from '@/lib/kinds/fields/conventions';
import { FieldsReview } from '@/lib/kinds/fields/fields-review';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
import { toLatex } from '@/lib/math/language/latex';
import { InlineMarkdown } from '@/lib/ui/markdown';
import {
  FIELDS,
  type ReparametrizationAnswer,
  type ReparametrizationKey,
  type ReparametrizationSpec,
} from './answer';
import { baseInWords } from './base-words';
import { withNotations } from './notations';
import { type Pictures as Drawn, picturesOf } from './picture-data';
import { Pictures } from './pictures';

/** The pair as it was read, and pictures of what it does. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<ReparametrizationSpec, ReparametrizationKey, ReparametrizationAnswer>) {
  const symbols = usePartTable(useMemo(() => withNotations(spec), [spec]));
  const fields = useMemo(() => FIELDS.map((name) => ({ name, ...spec[name] })), [spec]);
  const latexOf = (text: string) => {
    const read = symbols && readByConvention(text, symbols.conventions, []);
    return read?.ok ? toLatex(read.value.reading.tree, read.value.convention.table) : null;
  };
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  // Drawing takes thousands of evaluations; what is to be read comes first.
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(picturesOf(spec, answer)), 0);
    return () => clearTimeout(timer);
  }, [spec, answer]);
  const { T, gradient, base } = reference?.key.reference ?? {};
  return (
    <Stack gap="sm">
      <Text component="div" size="sm">
        <InlineMarkdown>{`Base: ${baseInWords(answer.base, latexOf)}`}</InlineMarkdown>
        {base !== undefined && (
          <Text span size="sm" c="dimmed">
            {' '}
            <InlineMarkdown
              authored
            >{`(one right choice: ${baseInWords(base, latexOf)}, with the reference below)`}</InlineMarkdown>
          </Text>
        )}
      </Text>
      <FieldsReview
        fields={fields}
        conventions={symbols?.conventions ?? []}
        references={T !== undefined && gradient !== undefined ? { T, gradient } : null}
        answer={{ fields: answer.fields }}
        label={label}
      />
      {drawn ? <Pictures {...drawn} /> : <Skeleton height={172} aria-hidden="true" />}
    </Stack>
  );
}
