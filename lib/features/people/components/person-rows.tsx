'use client';

import {
  ActionIcon,
  Menu,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots } from '@tabler/icons-react';
import { MailResetItem } from '@/lib/features/mail/components/mail-items';
import { MailState } from '@/lib/features/mail/components/mail-state';
import type { ShownMail } from '@/lib/features/mail/schema';
import {
  makeResetLink,
  setDeactivated,
  setMayCreateCourses,
} from '@/lib/features/people/admin-actions';
import type { PeopleColumn } from '@/lib/features/people/schema';
import { showLink } from '@/lib/ui/copy-link';
import { orSay, say } from '@/lib/ui/say';
import { type Order, SortHead } from '@/lib/ui/table/sort-head';

export interface ShownPerson {
  id: string;
  name: string;
  email: string;
  studentNumber: string | null;
  isAdmin: boolean;
  mayCreateCourses: boolean;
  deactivated: boolean;
  hasAccount: boolean;
  invited: boolean;
  courses: number;
  mail: ShownMail | null;
}

const COLUMNS: readonly { column: PeopleColumn; label: string; numeric?: boolean }[] = [
  { column: 'name', label: 'Name' },
  { column: 'number', label: 'Number' },
  { column: 'email', label: 'E-mail' },
  { column: 'courses', label: 'Courses', numeric: true },
];

/** One row a person, under heads that sort. */
export function PersonRows({
  mailIsSetUp,
  rows,
  order,
  onSort,
}: {
  mailIsSetUp: boolean;
  rows: readonly ShownPerson[];
  order: Order<PeopleColumn>;
  onSort: (order: Order<PeopleColumn>) => void;
}) {
  return (
    <TableScrollContainer minWidth={760}>
      <Table highlightOnHover verticalSpacing={4} aria-label="People">
        <TableThead>
          <TableTr>
            {COLUMNS.map((each) => (
              <SortHead key={each.column} {...each} order={order} onSort={onSort} />
            ))}
            <TableTh>Rights</TableTh>
            <TableTh>Account</TableTh>
            <TableTh>
              <VisuallyHidden>What can be done</VisuallyHidden>
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row) => (
            <TableTr key={row.id}>
              <TableTd>{row.name}</TableTd>
              <TableTd>{row.studentNumber ?? ''}</TableTd>
              <TableTd>{row.email}</TableTd>
              <TableTd ta="right">{row.courses}</TableTd>
              <TableTd>{rightsOf(row)}</TableTd>
              <TableTd>
                {accountOf(row)}
                <MailState mail={row.mail} />
              </TableTd>
              <TableTd ta="right">
                <PersonMenu {...{ mailIsSetUp, row }} />
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function rightsOf({ isAdmin, mayCreateCourses }: ShownPerson): string {
  if (isAdmin) return 'Admin';
  return mayCreateCourses ? 'May create courses' : '';
}

function accountOf({ deactivated, hasAccount, invited }: ShownPerson): string {
  if (deactivated) return 'Deactivated';
  if (hasAccount) return 'Can sign in';
  return invited ? 'Invited' : 'Not invited yet';
}

function PersonMenu({ mailIsSetUp, row }: { mailIsSetUp: boolean; row: ShownPerson }) {
  const { id: personId, name, mayCreateCourses, deactivated } = row;
  const allow = async () => {
    const set = setMayCreateCourses({ personId, mayCreateCourses: !mayCreateCourses });
    if (await orSay(set, 'Not changed'))
      say(
        `${name} may ${mayCreateCourses ? 'not create courses any more' : 'create courses now'}.`,
      );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`What can be done: ${name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!deactivated && mailIsSetUp && <MailResetItem to={row} hasAccount={row.hasAccount} />}
        {!deactivated && (
          <Menu.Item onClick={() => void reset(row)}>
            {row.hasAccount ? 'Make a reset link' : 'Make an invitation link'}
          </Menu.Item>
        )}
        {!row.isAdmin && (
          <Menu.Item onClick={() => void allow()}>
            {mayCreateCourses ? 'No longer let create courses' : 'Let create courses'}
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() => (deactivated ? void setActivity(row, false) : askToDeactivate(row))}
        >
          {deactivated ? 'Reactivate' : 'Deactivate'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function reset({ id, name }: ShownPerson): Promise<void> {
  const made = await orSay(makeResetLink({ personId: id }), 'No link was made');
  if (!made) return;
  const about = `With this link ${name} sets a password: once, within 7 days. Until then the one before stays.`;
  showLink(`Password of ${name}`, made.value.path, about);
}

async function setActivity({ id, name }: ShownPerson, deactivated: boolean): Promise<void> {
  if (await orSay(setDeactivated({ personId: id, deactivated }), 'Not changed'))
    say(deactivated ? `${name} is signed out and cannot sign in.` : `${name} may sign in again.`);
}

function askToDeactivate(row: ShownPerson): void {
  modals.openConfirmModal({
    title: `Deactivate ${row.name}?`,
    centered: true,
    children: (
      <Text size="sm">
        They are signed out everywhere and cannot sign in by any way, also out of an exam that they
        are writing. Nothing of theirs is lost.
      </Text>
    ),
    labels: { confirm: 'Deactivate', cancel: 'Leave' },
    onConfirm: () => void setActivity(row, true),
  });
}
