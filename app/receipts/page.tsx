import { Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { ReceiptForm } from '@/lib/features/attempt/components/receipts/receipt-form';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Verify a receipt' };

/** For anybody: nobody has to be signed in, and nothing is told of whose receipt it is. */
export default function ReceiptsPage() {
  return (
    <PageShell>
      <Title order={1} size="h2" mb="xs">
        Verify a receipt
      </Title>
      <Text c="dimmed" mb="lg">
        Whoever submits an exam gets a receipt, signed by this server. Here anybody can check that
        it is genuine and still says what was submitted.
      </Text>
      <ReceiptForm />
    </PageShell>
  );
}
