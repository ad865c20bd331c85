'use client';

import { Text } from '@mantine/core';
import { claimLatex } from '@/lib/kinds/proof/reading/claim-latex';
import { readClaim } from '@/lib/math/claims/read-claim';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import { ScrollWide } from '@/lib/ui/scroll-wide';
import type { ProofSpec } from './answer';
import { declaredSentences } from './declared';
import classes from './proof.module.css';

/** What a proof may build on, by name. */
export function Hypotheses({ spec, table }: { spec: ProofSpec; table: SymbolTable }) {
  return (
    <ScrollWide label="What is given">
      <div role="note" aria-label="What is given" className={classes.hypotheses}>
        <Text span size="sm" c="dimmed">
          Given
        </Text>
        {spec.hypotheses.map(({ name, claim }) => (
          <span key={name} className={classes.hypothesis}>
            <Tex>{latexOf(claim, table)}</Tex>
            <Text span size="sm" c="dimmed">
              ({name})
            </Text>
          </span>
        ))}
        {declaredSentences(spec, table).map(({ id, sentence }) => (
          <span key={id} className={classes.hypothesis}>
            <Text span size="sm">
              <InlineMarkdown authored>{sentence}</InlineMarkdown>
            </Text>
          </span>
        ))}
      </div>
      {spec.index !== null && (
        <Text component="div" size="sm" c="dimmed">
          for all <Tex authored>{spec.index}</Tex>; what you show for all{' '}
          <Tex authored>{spec.index}</Tex> may be used one step earlier or later.
        </Text>
      )}
    </ScrollWide>
  );
}

function latexOf(text: string, table: SymbolTable): string {
  const claim = readClaim(text, { table });
  return claim.ok ? claimLatex(claim.value.chains, table) : text;
}
