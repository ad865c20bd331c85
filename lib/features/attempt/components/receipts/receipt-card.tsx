'use client';

import { Button, Code, Group, Paper, Text, Title } from '@mantine/core';
import type { Receipt } from '@/lib/features/attempt/schema';
import { TextLink } from '@/lib/ui/link';

/** The proof of submission: what the server had, when, signed. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const download = () => {
    const blob = new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `nabla-receipt-${receipt.attemptId}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="receipt">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h5" id="receipt">
            Receipt
          </Title>
          <Text size="sm" c="dimmed">
            Proves what was submitted and when; anybody can{' '}
            <TextLink href="/receipts" underline="always">
              verify it
            </TextLink>
            . Fingerprint of your answers:
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{receipt.digest}</Code>
        </div>
        <Button variant="default" size="sm" onClick={download}>
          Download receipt
        </Button>
      </Group>
    </Paper>
  );
}
