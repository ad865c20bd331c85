import { useEffect } from 'react';
import type { Pictures } from '@/lib/ui/typeset/pictures';

const RETRY_MS = 5000;
const SLOWEST_RETRY_MS = 60_000;

/**
 * Fetches the pictures of the whole exam when the room opens and keeps them, so that an assignment which
 * is opened for the first time after the connection was lost has its pictures. What did not come is
 * asked for again until it does.
 */
export function usePicturesAtHand(pictures: Pictures): void {
  useEffect(() => {
    // What an element holds the browser keeps.
    const held = new Map<string, HTMLImageElement>();
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    let isLeft = false;
    const fetchPicture = (src: string, wait: number) => {
      const image = new Image();
      held.set(src, image);
      image.onload = () => mend(src);
      image.onerror = () => {
        if (isLeft) return;
        const next = Math.min(2 * wait, SLOWEST_RETRY_MS);
        timers.set(
          src,
          setTimeout(() => fetchPicture(src, next), wait),
        );
      };
      image.src = src;
    };
    for (const { src } of Object.values(pictures)) fetchPicture(src, RETRY_MS);
    return () => {
      isLeft = true;
      for (const timer of timers.values()) clearTimeout(timer);
      held.clear();
    };
  }, [pictures]);
}

/** What the page asked for while it could not be had stays broken until it is asked for again. */
function mend(src: string): void {
  for (const image of document.querySelectorAll<HTMLImageElement>(`img[src="${CSS.escape(src)}"]`))
    if (image.complete && image.naturalWidth === 0) image.src = src;
}
