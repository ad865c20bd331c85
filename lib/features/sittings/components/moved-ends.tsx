import {
  List,
  ListItem,
  Table,
  TableCaption,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { MovedRow } from '@/lib/features/sittings/preview-data';

/** More are counted. */
const MOST_NAMED = 12;

export function Warnings({ warnings }: { warnings: readonly string[] }) {
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

/** Whose end a change moves, from when to when. */
export function MovedEnds({
  moved,
  verb = 'Saving moves',
}: {
  moved: readonly MovedRow[];
  verb?: string;
}) {
  if (moved.length === 0) return null;
  const more = moved.length - MOST_NAMED;
  return (
    <>
      <Table verticalSpacing={4} aria-label="Ends that move" captionSide="top">
        <TableCaption>
          {verb} the end of {moved.length === 1 ? 'one person' : `${moved.length} people`} who write
          {moved.length === 1 ? 's' : ''}.
        </TableCaption>
        <TableThead>
          <TableTr>
            <TableTh>Who</TableTh>
            <TableTh>Ends now</TableTh>
            <TableTh>Will end</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {moved.slice(0, MOST_NAMED).map(({ attemptId, name, before, after }) => (
            <TableTr key={attemptId}>
              <TableTd>{name}</TableTd>
              <TableTd>{before}</TableTd>
              <TableTd>{after}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          … and {more} more.
        </Text>
      )}
    </>
  );
}
