'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { addressOf } from './address-of';

/** Ways from one state of a table to another, all in the address bar; and what is typed into its search. */
export function useTableAddress<Query extends { search: string; page: number }>(
  query: Query,
  usual: Query,
) {
  const router = useRouter();
  const path = usePathname();
  const [search, setSearch] = useState(query.search);
  const go = (change: Partial<Query>) => {
    const next = { ...query, search: search.trim(), page: 1, ...change };
    router.replace(`${path}${addressOf(next, usual)}`, { scroll: false });
  };
  const searchSoon = useDebouncedCallback((text: string) => {
    const next = { ...query, search: text.trim(), page: 1 };
    router.replace(`${path}${addressOf(next, usual)}`, { scroll: false });
  }, 300);
  const type = (text: string) => {
    setSearch(text);
    searchSoon(text);
  };
  return { search, type, go };
}
