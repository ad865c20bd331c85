'use client';

import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { arrayMove } from '@dnd-kit/sortable';
import { useMemo, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { shuffled } from '@/lib/kinds/shuffled';
import { useOwn } from '@/lib/ui/use-own';
import type { OrderingAnswer, OrderingSpec } from './answer';
import { itemName } from './item-name';

type Setting = Pick<
  InputProps<OrderingSpec, OrderingAnswer>,
  'spec' | 'value' | 'onChange' | 'seed'
>;

/** The order on the screen, a random one before anything is answered, and how it changes. */
export function useOrder({ spec, value, onChange, seed }: Setting) {
  const first = useMemo(
    () =>
      shuffled(
        spec.items.map(({ id }) => id),
        seed,
      ),
    [spec, seed],
  );
  const isAnswered = (value.order ?? []).length > 0;
  const { own: order, latest, change } = useOwn(isAnswered ? (value.order ?? first) : first);
  const [announcement, setAnnouncement] = useState('');
  const textOf = (id: UniqueIdentifier) => spec.items.find((item) => item.id === id)?.text ?? '';
  const nameOf = (id: UniqueIdentifier) => itemName(textOf(id));
  const indexOf = (id: UniqueIdentifier) => latest.current.indexOf(String(id));
  const placeOf = (id: UniqueIdentifier) => indexOf(id) + 1;

  const put = (next: string[]) => {
    change(next);
    onChange({ order: next });
  };
  const move = (id: string, to: number) => {
    const from = indexOf(id);
    if (from < 0 || to < 0 || to >= latest.current.length || to === from) return;
    put(arrayMove([...latest.current], from, to));
    setAnnouncement(`${nameOf(id)}: now ${to + 1} of ${latest.current.length}.`);
  };
  /** What a screen reader is told while an item is dragged. */
  const announcements: Announcements = {
    onDragStart: ({ active }) => `${nameOf(active.id)} is taken up, ${placeOf(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${nameOf(active.id)} would be ${placeOf(over.id)}.` : undefined,
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => `${nameOf(active.id)} stays where it was.`,
  };
  return { order, isAnswered, announcement, announcements, textOf, indexOf, put, move };
}
