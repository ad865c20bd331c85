import { Text, Title } from '@mantine/core';
import Link from 'next/link';
import { PageShell } from '@/lib/ui/page-shell';

export default function NotFound() {
  return (
    <PageShell>
      <Title order={1} size="h2" mb="sm">
        Not here
      </Title>
      <Text mb="md">There is no such page, or it is not yours to see. Nothing was lost.</Text>
      <Link href="/">To the start page</Link>
    </PageShell>
  );
}
