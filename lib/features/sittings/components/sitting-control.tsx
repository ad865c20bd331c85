'use client';

import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { archive, startSitting } from '@/lib/features/sittings/actions';
import type { Result } from '@/lib/result';
import { LinkButton } from '@/lib/ui/link';

interface Control {
  sittingId: string;
  courseId: string;
  accessCode: string | null;
  /** It holds, and nobody has started it. */
  isHeld: boolean;
  isArchived: boolean;
  /** Started now, the window would close before the minutes are over. */
  isShort: boolean;
}

/** What an instructor does with a sitting: start, edit, copy, put away; and the code to tell. */
export function SittingControlBar(control: Control) {
  const { sittingId, courseId, accessCode, isHeld, isArchived } = control;
  const { put, begin } = useControl(control);
  return (
    <>
      {isArchived && (
        <Alert color="gray" mb="md">
          This sitting is archived: nobody can begin it.
        </Alert>
      )}
      <Group gap="sm" mb="lg">
        {isHeld && !isArchived && <Button onClick={begin}>Start</Button>}
        <LinkButton href={`/staff/sittings/${sittingId}/edit`} variant="default">
          Edit
        </LinkButton>
        <LinkButton href={`/courses/${courseId}/sittings/new?from=${sittingId}`} variant="default">
          Duplicate
        </LinkButton>
        <LinkButton href={`/staff/sittings/${sittingId}/paper`} variant="default">
          Paper version
        </LinkButton>
        <Button variant="default" onClick={put}>
          {isArchived ? 'Bring back' : 'Archive'}
        </Button>
        {accessCode !== null && (
          <Text size="sm">
            Access code: <Code fz="md">{accessCode}</Code>
          </Text>
        )}
      </Group>
    </>
  );
}

function useControl({ sittingId, isArchived, isShort }: Control) {
  const router = useRouter();
  const after = async (done: Promise<Result<unknown, { message: string }>>, message: string) => {
    const result = await done.catch(() => null);
    if (!result?.ok) {
      const why = result?.error.message ?? 'The server cannot be reached. Nothing was changed.';
      return notifications.show({ color: 'red', title: 'Not done', message: why });
    }
    notifications.show({ message });
    router.refresh();
  };
  const begin = () =>
    modals.openConfirmModal({
      title: 'Start the exam?',
      centered: true,
      children: (
        <Text size="sm">
          Everybody who waits gets the questions within seconds, and their minutes run.
          {isShort &&
            ' The window closes before the minutes are over: change when it closes, or all have less time.'}
        </Text>
      ),
      labels: { confirm: 'Start', cancel: 'Not yet' },
      onConfirm: () => void after(startSitting({ sittingId }), 'The exam has started.'),
    });
  const put = () =>
    void after(
      archive({ sittingId, archived: !isArchived }),
      isArchived ? 'The sitting is back.' : 'The sitting is archived.',
    );
  return { begin, put };
}
