'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { showEarly } from '@/lib/features/exams/actions';

interface PracticeCardProps {
  sittingId: string;
  showsEarly: boolean;
  mayChange: boolean;
}

/** Tells staff what a practice sitting shows while an exam of the same kind is ahead. */
export function PracticeCard({ sittingId, showsEarly, mayChange }: PracticeCardProps) {
  const { choose, ask } = useShowing(sittingId);
  return (
    <Alert
      mb="lg"
      icon={showsEarly ? <IconAlertTriangle /> : <IconLock />}
      color={showsEarly ? 'red' : 'blue'}
      title={
        showsEarly
          ? 'Practice shows the solutions of an exam that is ahead'
          : 'Results of practice are withheld for now'
      }
    >
      <Text size="sm">
        {showsEarly
          ? 'A sitting of this exam is open or announced, and whoever practises sees its verdicts and reference solutions.'
          : 'A sitting of this exam is open or announced. Verdicts and solutions are shown to those who practised once it is over.'}
      </Text>
      {mayChange && (
        <Group mt="sm">
          {showsEarly ? (
            <Button variant="default" size="xs" onClick={() => void choose(false)}>
              Withhold them
            </Button>
          ) : (
            <Button variant="default" size="xs" onClick={ask}>
              Show them all the same
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}

/** Shows or withholds solutions; showing them is asked back for. */
function useShowing(sittingId: string) {
  const router = useRouter();
  const choose = async (shows: boolean) => {
    const chosen = await showEarly({ sittingId, shows }).catch(() => null);
    if (chosen?.ok) return router.refresh();
    notifications.show({
      color: 'red',
      title: 'Not changed',
      message: chosen?.error.message ?? 'The server cannot be reached. Nothing was changed.',
    });
  };
  const ask = () =>
    modals.openConfirmModal({
      title: 'Show the solutions of an exam that is ahead?',
      centered: true,
      children: (
        <Text size="sm">
          Whoever practises sees verdicts and reference solutions of the questions that the exam
          asks, also while others write it.
        </Text>
      ),
      labels: { confirm: 'Show them', cancel: 'Keep withholding' },
      onConfirm: () => void choose(true),
    });
  return { choose, ask };
}
