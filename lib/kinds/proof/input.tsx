'use client';

import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { InputProps } from '@/lib/kinds/contract';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import type { Kept } from '@/lib/kinds/lines/history';
import { LinesInput } from '@/lib/kinds/lines/lines-input';
import type { Origins } from '@/lib/kinds/lines/use-own-lines';
import { areSame, withCitations, withLines } from '@/lib/kinds/proof/reading/citations';
import { levelsOf, opens, withLevel, withRole } from '@/lib/kinds/proof/reading/levels';
import { readSteps } from '@/lib/kinds/proof/reading/read-steps';
import { elementId } from '@/lib/kinds/proof/reading/sequences';
import { visualClaim } from '@/lib/kinds/proof/reading/visual-claim';
import { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import { useOwn } from '@/lib/ui/use-own';
import { MAX_STEPS, type ProofAnswer, type ProofSpec, type ProofStep } from './answer';
import { Hypotheses } from './hypotheses';
import { StepPreview } from './step-preview';
import { StepTools } from './step-tools';

const NO_STEPS: readonly ProofStep[] = [];

/** The steps as they stand on the screen, and how their lines and citations change. */
function useSteps({
  value,
  onChange,
}: Pick<InputProps<ProofSpec, ProofAnswer>, 'value' | 'onChange'>) {
  const { own, latest, change } = useOwn(value.steps ?? NO_STEPS);
  const apply = (steps: ProofStep[]) => {
    change(steps);
    onChange({ steps });
  };
  return {
    own,
    cite: (index: number, from: readonly number[]) =>
      apply(withCitations(latest.current, index, from)),
    choose: (index: number, role: ProofStep['role'] | null) =>
      apply(withRole(latest.current, index, role)),
    indent: (levels: readonly number[], index: number, by: -1 | 1) =>
      apply(withLevel(latest.current, levels, index, by)),
    changeLines: (
      next: string[],
      origins: Origins,
      levelBelow: (index: number) => number | undefined,
    ) => apply(withLines(latest.current, next, origins, levelBelow)),
    keep: (): Kept => {
      const steps = latest.current;
      return {
        isNow: () => areSame(steps, latest.current),
        putBack: () => apply([...steps]),
      };
    },
  };
}

export function Input({ spec, value, onChange, ...rest }: InputProps<ProofSpec, ProofAnswer>) {
  const { own, cite, choose, indent, changeLines, keep } = useSteps({ value, onChange });
  const vocabulary = useMemo(() => usable(spec), [spec]);
  const keyed = useMemo(() => spec.symbols.filter(({ id }) => isNear(id, spec)), [spec]);
  const lines = useMemo(() => own.map(({ claim }) => claim), [own]);
  const read = useMemo(() => (vocabulary ? readSteps(own, spec) : null), [own, spec, vocabulary]);
  if (!vocabulary || !read) return <UnusableSymbols />;
  const levels = levelsOf(read.read);
  const hasOwnLevels = read.read.some(({ level }) => level !== null);
  const levelBelow = (index: number) => {
    const above = read.read[index];
    if (!hasOwnLevels || !above) return undefined;
    return (levels[index] ?? 0) + (opens(above) ? 1 : 0);
  };
  const preview = (index: number, mend: ((text: string) => void) | undefined) => {
    const step = read.read[index];
    return (
      <>
        {step && (
          <StepPreview
            step={step}
            text={own[index]?.claim ?? ''}
            table={read.vocabulary.table}
            onMend={mend}
          />
        )}
        <StepTools
          index={index}
          step={step}
          written={own[index]}
          level={levels[index] ?? 0}
          disabled={rest.disabled}
          onRole={(role) => choose(index, role)}
          onIndent={(by) => indent(levels, index, by)}
          onCite={(from) => cite(index, from)}
        />
      </>
    );
  };
  return (
    <Stack gap="sm">
      <Hypotheses spec={spec} table={vocabulary.table} />
      <LinesInput
        {...rest}
        lines={lines}
        onChange={(next, origins) => changeLines(next, origins, levelBelow)}
        levels={levels}
        onIndent={(index, by) => indent(levels, index, by)}
        keep={keep}
        symbols={spec.symbols}
        keyed={keyed}
        more="relations"
        words
        maxLines={MAX_STEPS}
        visual={(text) => visualClaim(text, vocabulary.table)}
        preview={preview}
      />
    </Stack>
  );
}

/** Null where the author's symbols cannot be used. */
function usable(spec: ProofSpec): Vocabulary | null {
  try {
    return new Vocabulary(spec);
  } catch (error) {
    if (error instanceof BrokenKeyError) return null;
    throw error;
  }
}

/** Of sequences the elements next to the current one get a key; the others can be typed. */
function isNear(id: string, { sequences }: ProofSpec): boolean {
  return !sequences.some((base) => [-2, 2].some((offset) => elementId(base, offset) === id));
}
