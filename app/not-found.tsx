import { Text, Title } from '@mantine/core';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export default function NotFound() {
  return (
    <PageShell>
      <Title order={1} size="h2" mb="sm">
        Not here
      </Title>
      <Text mb="md">There is no such page, or it is not yours to see. Nothing was lost.</Text>
      <TextLink href="/">To the start page</TextLink>
    </PageShell>
  );
}
