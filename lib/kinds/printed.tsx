'use client';

import { AuthoredLine } from '@/lib/ui/authored';
import { Tex } from '@/lib/ui/markdown';

/** Texts with a mark before each, to tick or to number by hand. */
export function TickList({
  what,
  mark,
  items,
}: {
  what: string;
  mark: string;
  items: readonly { id: string; text: string }[];
}) {
  return (
    <>
      <p>{what}</p>
      <ul style={{ listStyle: 'none', paddingLeft: 0 }}>
        {items.map(({ id, text }) => (
          <li key={id}>
            <span aria-hidden="true">{mark} </span>
            <AuthoredLine>{text}</AuthoredLine>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Left sides with room behind each. */
export function FieldLabels({ labels }: { labels: readonly string[] }) {
  return labels.map((label) => (
    <p key={label} style={{ marginBottom: '1.6em' }}>
      <Tex authored>{`${label} =`}</Tex>
    </p>
  ));
}
