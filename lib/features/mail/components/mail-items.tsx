'use client';

import { Menu } from '@mantine/core';
import { sendInvitation, sendReset } from '@/lib/features/mail/actions';
import { orSay, say } from '@/lib/ui/say';

interface Addressee {
  id: string;
  email: string;
}

/** What can be done about somebody of a course who cannot sign in yet: in their menu. */
export function MailInvitationItem({ courseId, to }: { courseId: string; to: Addressee }) {
  const send = async () => {
    const queued = sendInvitation(courseId, { personId: to.id });
    if (await orSay(queued, 'Nothing was sent'))
      say(`The invitation to ${to.email} is on its way.`);
  };
  return <Menu.Item onClick={() => void send()}>Mail an invitation</Menu.Item>;
}

/** The same for admins, about anybody. */
export function MailResetItem({ to, hasAccount }: { to: Addressee; hasAccount: boolean }) {
  const send = async () => {
    if (await orSay(sendReset({ personId: to.id }), 'Nothing was sent'))
      say(`The mail to ${to.email} is on its way.`);
  };
  return (
    <Menu.Item onClick={() => void send()}>
      {hasAccount ? 'Mail a reset link' : 'Mail an invitation'}
    </Menu.Item>
  );
}
