'use client';

import { Pagination } from '@mantine/core';

/** The pages of a table; nothing where there is one. */
export function TableFoot({
  total,
  pageSize,
  page,
  onPage,
}: {
  total: number;
  pageSize: number;
  page: number;
  onPage: (page: number) => void;
}) {
  if (total <= pageSize) return null;
  return (
    <Pagination
      mt="md"
      total={Math.ceil(total / pageSize)}
      value={page}
      onChange={onPage}
      getControlProps={(control) => ({ 'aria-label': `${control} page` })}
    />
  );
}
