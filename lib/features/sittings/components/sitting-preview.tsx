import {
  Alert,
  List,
  ListItem,
  Loader,
  Stack,
  Table,
  TableCaption,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { MovedRow } from '@/lib/features/sittings/preview-data';
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

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <List size="sm" spacing={4} listStyleType="none" aria-label="Warnings">
      {warnings.map((warning) => (
        <ListItem
          key={warning}
          icon={<IconAlertTriangle size={14} color="orange" aria-hidden="true" />}
        >
          <b>Warning:</b> {warning}
        </ListItem>
      ))}
    </List>
  );
}

function MovedEnds({ moved }: { moved: readonly MovedRow[] }) {
  if (moved.length === 0) return null;
  return (
    <Table verticalSpacing={4} aria-label="Ends that move" captionSide="top">
      <TableCaption>
        Saving moves the end of {moved.length === 1 ? 'one person' : `${moved.length} people`} who
        write.
      </TableCaption>
      <TableThead>
        <TableTr>
          <TableTh>Who</TableTh>
          <TableTh>Ends now</TableTh>
          <TableTh>Will end</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
        {moved.map(({ attemptId, name, before, after }) => (
          <TableTr key={attemptId}>
            <TableTd>{name}</TableTd>
            <TableTd>{before}</TableTd>
            <TableTd>{after}</TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
