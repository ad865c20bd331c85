import 'katex/dist/katex.min.css';
import { useMemo } from 'react';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import { type Form, typeset } from '@/lib/ui/typeset/typeset';
import { typesetAuthored } from '@/lib/ui/typeset/typeset-authored';
import classes from './markdown.module.css';

// The only file that writes HTML (biome.json sees to that): all of it comes from `typeset`.

interface TexProps {
  children: string;
  /**
   * Set for what an author of exams wrote and everyone sees, and for words of ours: it is typeset once and
   * kept. Anything with words of a student in it, also a message about them, goes without.
   */
  authored?: boolean;
}

interface TextProps extends TexProps {
  /** Of what an author wrote; without them their descriptions are shown. `authored.tsx` finds them itself. */
  pictures?: Pictures | undefined;
}

/** Text of authors and students: markdown and `$…$`, raw HTML off. */
export function Markdown({ children, authored = false, pictures }: TextProps) {
  const html = useTypeset(children, 'block', authored, pictures);
  if (html === null) return <AsWritten>{children}</AsWritten>;
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A line of text with `$…$` that stands inside another, as in a message or a label. */
export function InlineMarkdown({ children, authored = false, pictures }: TextProps) {
  const html = useTypeset(children, 'inline', authored, pictures);
  if (html === null) return <span className={classes.written}>{children}</span>;
  return <span className={classes.inline} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One formula. A dollar sign would end it in markdown and is not part of any formula. */
export function Tex({ children, authored = false }: TexProps) {
  const html = useTypeset(children.replaceAll('$', ''), 'formula', authored);
  if (html === null) return <span className={classes.written}>{children}</span>;
  return <span className={classes.inline} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The text as HTML, worked out anew only when it changes; null where it is not typeset. */
function useTypeset(
  text: string,
  form: Form,
  authored: boolean,
  pictures?: Pictures,
): string | null {
  return useMemo(
    () => (authored ? typesetAuthored(text, form, pictures) : typeset(text, form)),
    [text, form, authored, pictures],
  );
}

function AsWritten({ children }: { children: string }) {
  return (
    <div className={classes.prose}>
      <p>
        <em>Too long or too deeply nested to typeset; shown as it was written.</em>
      </p>
      <div className={classes.written}>{children}</div>
    </div>
  );
}
