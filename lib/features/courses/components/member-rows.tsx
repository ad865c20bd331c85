'use client';

import {
  ActionIcon,
  Menu,
  NativeSelect,
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
import { changeMemberRole, inviteToCourse, takeMemberOut } from '@/lib/features/courses/actions';
import type { MemberColumn } from '@/lib/features/courses/schema';
import { MailInvitationItem } from '@/lib/features/mail/components/mail-items';
import { MailState } from '@/lib/features/mail/components/mail-state';
import type { ShownMail } from '@/lib/features/mail/schema';
import type { Role } from '@/lib/features/people/schema';
import { showLink } from '@/lib/ui/copy-link';
import { orSay, say } from '@/lib/ui/say';
import { type Order, SortHead } from '@/lib/ui/table/sort-head';

export interface ShownMember {
  id: string;
  name: string;
  email: string;
  studentNumber: string | null;
  role: Role;
  account: 'active' | 'invited' | 'none' | 'deactivated';
  mail: ShownMail | null;
}

/** The roles of a course, as a choice. */
export const ROLES = [
  { value: 'STUDENT', label: 'Student' },
  { value: 'GRADER', label: 'Grader' },
  { value: 'INSTRUCTOR', label: 'Instructor' },
] as const;

const ACCOUNTS = {
  active: 'Can sign in',
  invited: 'Invited',
  none: 'Not invited yet',
  deactivated: 'Deactivated',
} as const;

const COLUMNS: readonly { column: MemberColumn; label: string }[] = [
  { column: 'name', label: 'Name' },
  { column: 'number', label: 'Number' },
  { column: 'email', label: 'E-mail' },
  { column: 'role', label: 'Role' },
  { column: 'account', label: 'Account' },
];

/** One row a person, under heads that sort. */
export function MemberRows({
  courseId,
  mailIsSetUp,
  rows,
  order,
  onSort,
}: {
  courseId: string;
  mailIsSetUp: boolean;
  rows: readonly ShownMember[];
  order: Order<MemberColumn>;
  onSort: (order: Order<MemberColumn>) => void;
}) {
  return (
    <TableScrollContainer minWidth={760}>
      <Table highlightOnHover verticalSpacing={4} aria-label="People of the course">
        <TableThead>
          <TableTr>
            {COLUMNS.map((each) => (
              <SortHead key={each.column} {...each} order={order} onSort={onSort} />
            ))}
            <TableTh>
              <VisuallyHidden>What can be done</VisuallyHidden>
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row) => (
            <MemberRow key={row.id} {...{ courseId, mailIsSetUp, row }} />
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

interface RowProps {
  courseId: string;
  mailIsSetUp: boolean;
  row: ShownMember;
}

function MemberRow({ courseId, mailIsSetUp, row }: RowProps) {
  const setRole = async (role: string) => {
    const changed = changeMemberRole(courseId, { personId: row.id, role });
    if (await orSay(changed, 'The role was not changed')) say(`${row.name} has another role now.`);
  };
  return (
    <TableTr>
      <TableTd>{row.name}</TableTd>
      <TableTd>{row.studentNumber ?? ''}</TableTd>
      <TableTd>{row.email}</TableTd>
      <TableTd>
        <NativeSelect
          size="xs"
          aria-label={`Role of ${row.name}`}
          value={row.role}
          data={ROLES}
          onChange={(event) => void setRole(event.currentTarget.value)}
        />
      </TableTd>
      <TableTd>
        {ACCOUNTS[row.account]}
        {row.account !== 'active' && <MailState mail={row.mail} />}
      </TableTd>
      <TableTd ta="right">
        <MemberMenu {...{ courseId, mailIsSetUp, row }} />
      </TableTd>
    </TableTr>
  );
}

function MemberMenu({ courseId, mailIsSetUp, row }: RowProps) {
  const input = { personId: row.id };
  const out = async () => {
    if (await orSay(takeMemberOut(courseId, input), 'Not taken out'))
      say(`${row.name} is no longer in the course.`);
  };
  const ask = () =>
    modals.openConfirmModal({
      title: `Take ${row.name} out of the course?`,
      centered: true,
      children: <Text size="sm">The account stays, and so does all in other courses.</Text>,
      labels: { confirm: 'Take out', cancel: 'Leave' },
      onConfirm: () => void out(),
    });
  const mayInvite = row.account === 'none' || row.account === 'invited';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`What can be done: ${row.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayInvite && mailIsSetUp && <MailInvitationItem courseId={courseId} to={row} />}
        {mayInvite && (
          <Menu.Item onClick={() => void invite(courseId, row)}>Make an invitation link</Menu.Item>
        )}
        <Menu.Item onClick={ask}>Take out of the course</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Makes a link to a first password and shows it. */
export async function invite(courseId: string, person: { id: string; name: string }) {
  const made = await orSay(inviteToCourse(courseId, { personId: person.id }), 'No link was made');
  if (!made) return;
  const about = `With this link ${person.name} sets a password: once, within 7 days. Links made before open nothing now.`;
  showLink(`Invitation of ${person.name}`, made.value.path, about);
}
