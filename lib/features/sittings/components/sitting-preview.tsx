import { Alert, Loader, Stack, Text, Title } from '@mantine/core';
import { MovedEnds, Warnings } from './moved-ends';
import type { Previewed } from './use-preview';

/** What the sitting means as it is written now, and whom a change moves. */
export function SittingPreviewCard({ previewed }: { previewed: Previewed }) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="meaning" aria-live="polite">
      <Title order={2} size="h5" id="meaning">
        What it means
      </Title>
      {previewed.kind === 'asking' && <Loader size="xs" aria-label="Working it out" />}
      {previewed.kind === 'wrong' && (
        <Alert color="red" title="Not yet a sitting">
          {previewed.problem.message}
        </Alert>
      )}
      {previewed.kind === 'fits' && (
        <>
          <Text size="sm">{previewed.preview.summary}</Text>
          <Warnings warnings={previewed.preview.warnings} />
          <MovedEnds moved={previewed.preview.moved} />
        </>
      )}
    </Stack>
  );
}
