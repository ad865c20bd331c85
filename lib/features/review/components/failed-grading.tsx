'use client';

import { Alert, Anchor, Button, Group, List, ListItem, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { gradeAgain } from '@/lib/features/review/actions';
import { Time } from '@/lib/ui/time';

export interface FailedAttempt {
  attemptId: string;
  name: string;
  triedAt: string;
  nextAt: string | null;
  reason: string;
}

/** Attempts whose grading failed, why and since when, each with a button that starts it again. */
export function FailedGrading({ failed }: { failed: readonly FailedAttempt[] }) {
  const count = failed.length === 1 ? 'One attempt' : `${failed.length} attempts`;
  return (
    <Alert color="red" mb="md" title={`${count} could not be graded`} role="region">
      <List size="sm" spacing="xs" listStyleType="none" pl={0}>
        {failed.map((each) => (
          <ListItem key={each.attemptId}>
            <Group gap="sm" wrap="wrap">
              <Text size="sm">
                <Anchor component={Link} href={`/staff/attempts/${each.attemptId}`} inherit>
                  {each.name}
                </Anchor>
                : {each.reason} Last tried <Time iso={each.triedAt} />
                {each.nextAt ? (
                  <>
                    , next try <Time iso={each.nextAt} />.
                  </>
                ) : (
                  '; it is not tried again by itself.'
                )}
              </Text>
              <GradeAgain attemptId={each.attemptId} name={each.name} />
            </Group>
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}

function GradeAgain({ attemptId, name }: { attemptId: string; name: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    const started = await gradeAgain({ attemptId }).catch(() => null);
    setBusy(false);
    if (started?.ok) notifications.show({ message: `${name} is graded again.` });
    else
      notifications.show({
        color: 'red',
        title: 'Not started',
        message: started?.error.message ?? 'The server cannot be reached. Nothing was changed.',
      });
    router.refresh();
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={`Grade again: ${name}`}
      onClick={() => void start()}
    >
      Grade again
    </Button>
  );
}
