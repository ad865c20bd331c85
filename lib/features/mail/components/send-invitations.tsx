'use client';

import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { RefreshUntil } from '@/lib/features/library/components/refresh-until';
import { sendInvitations } from '@/lib/features/mail/actions';
import { TextLink } from '@/lib/ui/link';
import { orSay } from '@/lib/ui/say';

interface Mailable {
  /** People who cannot sign in yet and have no open link; and those who have one. */
  never: number;
  again: number;
  /** Of the mails that were asked for last. */
  queued: number;
  sent: number;
  failed: number;
}

/** Mails everybody of a course who cannot sign in yet, and shows how far it is; nothing where all can. */
export function SendInvitations({ courseId, mail }: { courseId: string; mail: Mailable }) {
  const { never, again, queued, failed } = mail;
  const [busy, setBusy] = useState(false);
  const send = async (repeat: boolean) => {
    setBusy(true);
    await orSay(sendInvitations(courseId, { again: repeat }), 'Nothing was sent');
    setBusy(false);
  };
  const ask = () =>
    modals.openConfirmModal({
      title: `Send ${people(again)} another invitation?`,
      centered: true,
      children: (
        <Text size="sm">Each gets a new link. The one that they have opens nothing then.</Text>
      ),
      labels: { confirm: 'Send', cancel: 'Leave' },
      onConfirm: () => void send(true),
    });
  if (never + again + queued + failed === 0) return null;
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-label="Invitations by mail">
      <Group gap="sm">
        <IconMail size={18} aria-hidden="true" />
        <Text size="sm" style={{ flex: '1 1 16rem' }}>
          {stateOf(mail)}
        </Text>
        {never > 0 && (
          <Button size="xs" loading={busy} onClick={() => void send(false)}>
            Send invitations to {people(never)}
          </Button>
        )}
        {again > 0 && (
          <Button size="xs" variant="default" loading={busy} onClick={ask}>
            Send again to {people(again)}
          </Button>
        )}
      </Group>
      <LastMails courseId={courseId} mail={mail} />
    </Paper>
  );
}

/** How far the mails are that were asked for last, for as long as they are on their way or one failed. */
function LastMails({
  courseId,
  mail: { queued, sent, failed },
}: {
  courseId: string;
  mail: Mailable;
}) {
  const all = queued + sent + failed;
  if (queued + failed === 0) return null;
  return (
    <>
      <Progress
        mt="sm"
        value={(100 * (sent + failed)) / all}
        aria-label="Mails that are settled"
        color={failed > 0 ? 'orange' : 'blue'}
      />
      <Group mt={6} gap="xs">
        {queued > 0 ? (
          <RefreshUntil>{`${sent} of ${all} sent`}</RefreshUntil>
        ) : (
          <Text size="sm" role="status">
            {sent} of {all} sent
          </Text>
        )}
        {failed > 0 && (
          <TextLink
            href={`/courses/${courseId}/people?account=failed`}
            size="sm"
            underline="always"
          >
            {failed} failed
          </TextLink>
        )}
      </Group>
    </>
  );
}

function stateOf({ never, again, queued }: Mailable): string {
  const groups = [
    ...(never > 0 ? [`${people(never)} without an invitation`] : []),
    ...(again > 0 ? [`${people(again)} with one that is not taken yet`] : []),
  ];
  if (groups.length > 0) return `Cannot sign in yet: ${groups.join(', ')}.`;
  return queued > 0 ? 'Invitations are on their way.' : 'The last invitations did not all arrive.';
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
