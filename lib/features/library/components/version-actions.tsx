'use client';

import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { publishVersion, tryVersion } from '@/lib/features/library/actions';

/** What can be done with a version: try it, and let it be sat. */
export function VersionActions({
  courseId,
  versionId,
  mayPublish,
}: {
  courseId: string;
  versionId: string;
  /** It is not published, and its check found no error. */
  mayPublish: boolean;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const tryIt = async () => {
    setBusy(true);
    const refused = await tryVersion({ courseId, versionId }).catch(() => null);
    setBusy(false);
    // Where it is not refused the lobby comes up instead.
    if (refused && !refused.ok) say('Not opened', refused.error.message);
  };
  const publish = async () => {
    const published = await publishVersion({ courseId, versionId }).catch(() => null);
    if (published?.ok) {
      notifications.show({ message: 'The version is published.' });
      return router.refresh();
    }
    say('Not published', published?.error.message ?? UNREACHABLE);
  };
  const ask = () =>
    modals.openConfirmModal({
      title: 'Publish this version?',
      centered: true,
      children: (
        <Text size="sm">
          It can then be sat. Sittings of this exam that nobody has begun follow to it. A published
          version stays as it is; a correction is a new version.
        </Text>
      ),
      labels: { confirm: 'Publish', cancel: 'Not yet' },
      onConfirm: () => void publish(),
    });
  return (
    <Group gap="sm">
      <Button variant="default" loading={busy} onClick={() => void tryIt()}>
        Test run
      </Button>
      {mayPublish && <Button onClick={ask}>Publish</Button>}
    </Group>
  );
}

const UNREACHABLE = 'The server cannot be reached. Nothing was changed.';

function say(title: string, message: string): void {
  notifications.show({ color: 'red', title, message });
}
