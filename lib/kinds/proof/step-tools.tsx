'use client';

import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { ProofStep } from './answer';
import { CitationsField } from './citations-field';
import classes from './proof.module.css';
import { RoleMenu } from './role-menu';

/** What can be said of a line beside what stands in it: what it is, how deep it stands, what it follows from. */
export function StepTools({
  index,
  step,
  written,
  level,
  disabled,
  onRole,
  onIndent,
  onCite,
}: {
  index: number;
  step: ReadStep | undefined;
  written: ProofStep | undefined;
  level: number;
  disabled: boolean;
  onRole: (role: ProofStep['role'] | null) => void;
  onIndent: (by: -1 | 1) => void;
  onCite: (from: readonly number[]) => void;
}) {
  return (
    <div className={classes.aside}>
      {step && step.kind !== 'blank' && (
        <RoleMenu chosen={written?.role} {...{ step, level, disabled, onRole, onIndent }} />
      )}
      {index > 0 && (
        <CitationsField
          line={index + 1}
          from={written?.from ?? []}
          disabled={disabled}
          onChange={onCite}
        />
      )}
    </div>
  );
}
