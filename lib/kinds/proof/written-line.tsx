'use client';

import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import { asWritten } from '@/lib/math/claims/as-written';
import { withNaturalIndices } from '@/lib/math/reading/natural-indices';
import { Tex } from '@/lib/ui/markdown';
import { isTypesettable } from '@/lib/ui/typeset/formula';

/** A line as it was written, words in their places; `instead` is shown where it cannot be typeset so. */
export function WrittenLine({
  text,
  vocabulary,
  instead,
}: {
  text: string;
  vocabulary: Vocabulary;
  instead: ReactNode;
}) {
  const plain = withNaturalIndices(text, vocabulary.table)?.text ?? text;
  const stretches = asWritten(plain, vocabulary);
  const isShown = stretches?.every(
    ({ kind, text: part }) => kind === 'words' || isTypesettable(part),
  );
  if (!stretches || !isShown) return instead;
  return stretches.map(({ kind, text: part }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a line never move.
    <Fragment key={index}>
      {index > 0 && !/^[,.:;)]/.test(part) && ' '}
      {kind === 'formula' ? (
        <Tex>{part}</Tex>
      ) : (
        <Text span size="sm">
          {part}
        </Text>
      )}
    </Fragment>
  ));
}
