'use client';

import { Button, Text, Title } from '@mantine/core';
import { PageShell } from '@/lib/ui/page-shell';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageShell>
      <Title order={1} size="h2" mb="sm">
        Something went wrong
      </Title>
      <Text mb="md">
        The page could not be shown. Answers that were saved are safe, and what was not sent yet is
        kept on this device. Try again; if it happens again, tell the staff.
      </Text>
      <Button onClick={reset}>Try again</Button>
    </PageShell>
  );
}
