'use client';

import type { ReactNode } from 'react';
import { WithPictures } from '@/lib/ui/authored';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import { usePicturesAtHand } from './use-pictures-at-hand';

/** The exam room with its pictures, those of assignments that are not shown yet fetched as well. */
export function RoomPictures({ pictures, children }: { pictures: Pictures; children: ReactNode }) {
  usePicturesAtHand(pictures);
  return <WithPictures pictures={pictures}>{children}</WithPictures>;
}
