'use client';

import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { release } from '@/lib/features/review/actions';

/**
 * Shows the results to the students; asks first, because it cannot be taken back, and says how many
 * scripts still wait for a person.
 */
export function ReleaseButton({
  sittingId,
  open,
  undecided,
}: {
  sittingId: string;
  open: boolean;
  undecided: number;
}) {
  const router = useRouter();
  const ask = () =>
    modals.openConfirmModal({
      title: 'Release the results?',
      centered: true,
      children: (
        <Text size="sm">
          {undecided > 0 && (
            <Text span inherit fw={600} display="block" mb="xs">
              {undecided === 1 ? 'One script has' : `${undecided} scripts have`} parts that a person
              still has to decide. Their students see these points as open.
            </Text>
          )}
          Every student of this sitting sees scores, feedback and the reference solutions.
          {open && ' The sitting is closed, so that nobody starts knowing them.'} This cannot be
          taken back.
        </Text>
      ),
      labels: { confirm: 'Release', cancel: 'Not yet' },
      onConfirm: async () => {
        const released = await release({ sittingId, close: open }).catch(() => null);
        if (released?.ok) {
          notifications.show({ message: 'The results are released.' });
          router.refresh();
          return;
        }
        notifications.show({
          color: 'red',
          title: 'Not released',
          message: released?.error.message ?? 'The server cannot be reached. Nothing was changed.',
        });
      },
    });
  return <Button onClick={ask}>Release results</Button>;
}
