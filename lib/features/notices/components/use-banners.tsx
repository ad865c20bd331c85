import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { Markdown } from '@/lib/ui/markdown';
import { type PartNames, useRoomNotices } from './use-notices';

const TITLES = {
  ANNOUNCEMENT: 'From the staff',
  ERRATUM: 'Correction',
  ANSWER: 'Answer to a question',
  TIME: 'Your time',
} as const;

const bannerOf = (id: string) => `notice-${id}`;

/**
 * What staff say is shown over the room until it is put away or read: under stress nobody watches a
 * number on a button.
 */
export function useBanners(nameOf: PartNames['nameOf']): void {
  const { notices, seen, see } = useRoomNotices();
  const shown = useRef(new Set<string>());
  const isLeaving = useRef(false);
  useEffect(() => {
    for (const { id, kind, partId, text } of notices) {
      if (shown.current.has(id) || seen.includes(id)) continue;
      shown.current.add(id);
      const about = partId === null ? '' : `: ${nameOf(partId)}`;
      notifications.show({
        id: bannerOf(id),
        title: `${TITLES[kind]}${about}`,
        message: <Markdown>{text}</Markdown>,
        autoClose: false,
        position: 'top-center',
        onClose: () => !isLeaving.current && see(id),
      });
    }
  }, [notices, seen, nameOf, see]);
  useEffect(() => {
    for (const id of seen) notifications.hide(bannerOf(id));
  }, [seen]);
  // The next page is no room: what it says there stands in the room's messages.
  useEffect(() => {
    const banners = shown.current;
    isLeaving.current = false;
    return () => {
      isLeaving.current = true;
      for (const id of banners) notifications.hide(bannerOf(id));
    };
  }, []);
}
