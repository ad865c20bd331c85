'use client';

import { Alert, Group, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { PutBack, Withdraw } from '@/lib/features/monitor/components/withdraw-buttons';
import { Time } from '@/lib/ui/time';

/** Above a script: that it was taken out and why; the instructor's way to do that and to take it back. */
export function WithdrawnNote({
  attemptId,
  name,
  withdrawn,
  mayInstruct,
}: {
  attemptId: string;
  name: string;
  withdrawn: { at: string; reason: string } | null;
  mayInstruct: boolean;
}) {
  const router = useRouter();
  const shared = { attemptId, name, onDone: () => router.refresh() };
  if (!withdrawn) {
    return mayInstruct ? (
      <Group justify="end" mb="md">
        <Withdraw {...shared} />
      </Group>
    ) : null;
  }
  return (
    <Alert color="red" mb="lg" title="Withdrawn: it counts as not taken">
      <Group justify="space-between" align="end" gap="sm">
        <Text size="sm">
          <Time iso={withdrawn.at} />: {withdrawn.reason}
        </Text>
        {mayInstruct && <PutBack {...shared} />}
      </Group>
    </Alert>
  );
}
