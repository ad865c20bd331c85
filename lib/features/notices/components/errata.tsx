'use client';

import { Alert } from '@mantine/core';
import { Markdown } from '@/lib/ui/markdown';
import { Time } from '@/lib/ui/time';
import { useRoomNotices } from './use-notices';

/** The corrections of a part, beside its question. */
export function Errata({ partId }: { partId: string }) {
  const errata = useRoomNotices().notices.filter(
    (notice) => notice.kind === 'ERRATUM' && notice.partId === partId,
  );
  return errata.map(({ id, text, at }) => (
    <Alert key={id} color="orange" variant="light" title="Correction of this question">
      <Markdown>{text}</Markdown>
      <Time iso={at} />
    </Alert>
  ));
}
