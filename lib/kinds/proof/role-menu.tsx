'use client';

import { Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconIndentDecrease,
  IconIndentIncrease,
} from '@tabler/icons-react';
import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import { MAX_LEVEL, type ProofStep } from './answer';

type Role = NonNullable<ProofStep['role']>;

const NAMES: Readonly<Record<Role | 'announce', string>> = {
  claim: 'Claim',
  suppose: 'Suppose',
  case: 'Case',
  define: 'Name',
  announce: 'To show',
};
const ROLES: readonly Role[] = ['claim', 'suppose', 'case', 'define'];

/** What a line is, as it was understood, and the way to say it otherwise. */
export function RoleMenu({
  step,
  chosen,
  level,
  disabled,
  onRole,
  onIndent,
}: {
  step: ReadStep;
  chosen: ProofStep['role'];
  level: number;
  disabled: boolean;
  onRole: (role: Role | null) => void;
  onIndent: (by: -1 | 1) => void;
}) {
  const role = step.kind === 'claim' ? step.role : step.kind === 'definition' ? 'define' : 'claim';
  const name = NAMES[chosen ?? role];
  const line = `Line ${step.number}`;
  return (
    <Menu withinPortal position="bottom-start">
      <Menu.Target>
        <Button
          variant={role === 'claim' ? 'subtle' : 'light'}
          color={role === 'claim' ? 'gray' : undefined}
          size="compact-xs"
          disabled={disabled}
          aria-label={`${line} is: ${name}. Change`}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ROLES.map((each) => (
          <Menu.Item
            key={each}
            leftSection={chosen === each ? <IconCheck size={14} aria-hidden="true" /> : <span />}
            onClick={() => onRole(each)}
          >
            {NAMES[each]}
          </Menu.Item>
        ))}
        <Menu.Item disabled={chosen === undefined} onClick={() => onRole(null)}>
          As its words say
        </Menu.Item>
        <Menu.Divider />
        <LevelItems level={level} isFirst={step.number === 1} onIndent={onIndent} />
      </Menu.Dropdown>
    </Menu>
  );
}

function LevelItems({
  level,
  isFirst,
  onIndent,
}: {
  level: number;
  isFirst: boolean;
  onIndent: (by: -1 | 1) => void;
}) {
  return (
    <>
      <Menu.Item
        disabled={level >= MAX_LEVEL || isFirst}
        leftSection={<IconIndentIncrease size={14} aria-hidden="true" />}
        onClick={() => onIndent(1)}
      >
        Set in, under the supposition above
      </Menu.Item>
      <Menu.Item
        disabled={level === 0}
        leftSection={<IconIndentDecrease size={14} aria-hidden="true" />}
        onClick={() => onIndent(-1)}
      >
        Set out: the supposition ends here
      </Menu.Item>
    </>
  );
}
