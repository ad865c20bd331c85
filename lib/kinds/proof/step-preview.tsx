'use client';

import { Text } from '@mantine/core';
import { NotRead, ReadAs } from '@/lib/kinds/fields/reading-preview';
import { assertionLatex, claimLatex, namesLatex } from '@/lib/kinds/proof/reading/claim-latex';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** How one line of a proof is read; never whether it follows. */
export function StepPreview({
  step,
  text,
  table,
  onMend,
}: {
  step: ReadStep;
  text: string;
  table: SymbolTable;
  onMend: ((text: string) => void) | undefined;
}) {
  switch (step.kind) {
    case 'blank':
      return null;
    case 'words':
      return (
        <Remark>
          {step.closes
            ? 'A contradiction: what was supposed ends here.'
            : 'Words for the reader; they are not judged.'}
        </Remark>
      );
    case 'unreadable':
      return <NotRead text={text} error={step.error} onMend={onMend} />;
    case 'start':
      return <ReadAs latex={toLatex(step.tree, table)} hints={[]} />;
    case 'definition':
      return (
        <>
          <ReadAs latex={namesLatex(step.names, table)} hints={[]} />
          <Remark>A name of your own; you may use it below.</Remark>
        </>
      );
    case 'claim':
      return (
        <>
          {step.supposed.length > 0 && (
            <>
              <ReadAs latex={claimLatex(step.supposed, table)} hints={[]} />
              <Remark>
                {step.isCondition ? 'A condition.' : 'Supposed; everything below may build on it.'}
              </Remark>
            </>
          )}
          {step.names.length > 0 && <ReadAs latex={namesLatex(step.names, table)} hints={[]} />}
          {step.chains.length > 0 && (
            <ReadAs latex={assertionLatex(step, table)} hints={step.hints} />
          )}
          {step.role === 'announce' && <Remark>Only announced; this is not claimed yet.</Remark>}
          {step.closes && <Remark>A contradiction: what was supposed ends here.</Remark>}
          {step.supposed.length === 0 && step.words !== '' && (
            <Remark>Words beside it are for the reader and are not judged.</Remark>
          )}
        </>
      );
  }
}

function Remark({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {children}
    </Text>
  );
}
