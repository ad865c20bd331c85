'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { InlineMarkdown, Markdown } from './markdown';
import { NO_PICTURES, type Pictures } from './typeset/pictures';

const Known = createContext<Pictures>(NO_PICTURES);

/** Tells what is within it, however deep, which pictures its exam has. */
export function WithPictures({ pictures, children }: { pictures: Pictures; children: ReactNode }) {
  return <Known.Provider value={pictures}>{children}</Known.Provider>;
}

/** A text of an author with the pictures of its exam, typeset in the browser. */
export function AuthoredText({ children }: { children: string }) {
  return (
    <Markdown authored pictures={useContext(Known)}>
      {children}
    </Markdown>
  );
}

/** The same in a line of something else, such as an option or a hint. */
export function AuthoredLine({ children }: { children: string }) {
  return (
    <InlineMarkdown authored pictures={useContext(Known)}>
      {children}
    </InlineMarkdown>
  );
}
