'use client';

import { Code, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { Unreadable } from '@/lib/kinds/fields/unreadable';
import { JudgedLine } from '@/lib/kinds/lines/judged-line';
import { assertionLatex, claimLatex, namesLatex } from '@/lib/kinds/proof/reading/claim-latex';
import { levelsOf } from '@/lib/kinds/proof/reading/levels';
import { type ReadStep, readSteps } from '@/lib/kinds/proof/reading/read-steps';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import type { Claim } from '@/lib/math/claims/read-claim';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import type { ProofAnswer, ProofKey, ProofSpec } from './answer';
import { Hypotheses } from './hypotheses';
import { WrittenLine } from './written-line';

/** The lines as they were read, each with what became of it; below, one way to prove it. */
export function Review({
  spec,
  reference,
  answer,
  checks,
  label,
}: ReviewProps<ProofSpec, ProofKey, ProofAnswer>) {
  const steps = answer.steps ?? [];
  const { read, vocabulary } = useMemo(() => readSteps(answer.steps ?? [], spec), [answer, spec]);
  const levels = levelsOf(read);
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Hypotheses spec={spec} table={vocabulary.table} />
      <Stack component="ol" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {read.map((step) => (
          <JudgedLine
            key={step.number}
            number={step.number}
            level={levels[step.number - 1] ?? 0}
            check={checks.find(({ name }) => name === `line ${step.number}`) ?? null}
          >
            <Line step={step} text={steps[step.number - 1]?.claim ?? ''} vocabulary={vocabulary} />
          </JudgedLine>
        ))}
      </Stack>
      {reference?.answer && (
        <Text component="div" size="sm">
          <InlineMarkdown authored>{`One way: ${oneWay(reference.answer, spec)}`}</InlineMarkdown>
        </Text>
      )}
    </Stack>
  );
}

function Line({
  step,
  text,
  vocabulary,
}: {
  step: ReadStep;
  text: string;
  vocabulary: Vocabulary;
}) {
  const { table } = vocabulary;
  const cited = step.from.length > 0 && (
    <Text span size="sm" c="dimmed">
      {` from ${step.from.map((number) => `(${number})`).join(', ')}`}
    </Text>
  );
  switch (step.kind) {
    case 'blank':
      return (
        <Text span size="sm" c="dimmed">
          left empty
        </Text>
      );
    case 'words':
      return (
        <>
          <WrittenLine text={text} vocabulary={vocabulary} instead={<Code>{text}</Code>} />
          <NotJudged what="words, not judged" />
        </>
      );
    case 'unreadable':
      return <Unreadable text={text} at={step.error} />;
    case 'start':
      return <Tex>{toLatex(step.tree, table)}</Tex>;
    case 'definition':
      return (
        <>
          <Tex>{namesLatex(step.names, table)}</Tex>
          <NotJudged what="a name" />
        </>
      );
    case 'claim':
      return (
        <>
          <WrittenLine
            text={text}
            vocabulary={vocabulary}
            instead={<ReadClaim step={step} table={table} />}
          />
          {cited}
        </>
      );
  }
}

/** What was read of a line, words in front. */
function ReadClaim({
  step,
  table,
}: {
  step: Extract<ReadStep, { kind: 'claim' }>;
  table: SymbolTable;
}) {
  return (
    <>
      {step.words !== '' && (
        <Text span size="sm" c="dimmed">
          {`${step.words} `}
        </Text>
      )}
      {step.names.length > 0 && <Tex>{`${namesLatex(step.names, table)},\\quad`}</Tex>}
      <Tex>{suppositionLatex(step, table) + assertionLatex(step, table)}</Tex>
    </>
  );
}

function NotJudged({ what }: { what: string }) {
  return (
    <Text span size="sm" c="dimmed">
      {` ${what}`}
    </Text>
  );
}

function suppositionLatex({ supposed, chains }: Claim, table: SymbolTable): string {
  if (supposed.length === 0) return '';
  return `${claimLatex(supposed, table)}${chains.length > 0 ? '\\;\\Rightarrow\\;' : ''}`;
}

function oneWay({ steps = [] }: ProofAnswer, spec: ProofSpec): string {
  const { read, vocabulary } = readSteps(steps, spec);
  return read
    .flatMap((step) =>
      step.kind === 'claim' ? [`$${claimLatex(step.chains, vocabulary.table)}$`] : [],
    )
    .join(', then ');
}
