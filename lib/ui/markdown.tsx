import 'katex/dist/katex.min.css';
import type { ComponentProps } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
// Says what the parser keeps in a processor's data.
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import classes from './markdown.module.css';
import { isTypesettable } from './typesettable';

/**
 * KaTeX bounded against hostile input: macros cannot expand without end, nothing may be loaded or
 * linked, and what cannot be typeset is shown as it was written.
 */
const katexOptions = {
  trust: false,
  maxExpand: 200,
  maxSize: 20,
  strict: 'ignore',
  throwOnError: false,
} as const;

/**
 * Underlined headings, reference definitions and raw HTML are not read: nobody here needs them, and the
 * first takes time quadratic in the number of lines.
 */
const UNREAD = ['setextUnderline', 'definition', 'htmlFlow', 'htmlText'];

function leaveUnread(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: UNREAD } }];
}

const remarkPlugins = [remarkMath, leaveUnread];

/** Text of authors and students: markdown and `$…$`, raw HTML off. */
export function Markdown({ children }: { children: string }) {
  if (!isTypesettable(children)) return <AsWritten>{children}</AsWritten>;
  return (
    <div className={classes.prose}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={[[rehypeKatex, katexOptions]]}
        // Images would let a text load something from elsewhere.
        disallowedElements={['img']}
        components={{ span: DisplaySpan }}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

/** A displayed formula may be wider than a phone: it scrolls, by keyboard too. */
const SCROLLABLE = { tabIndex: 0, role: 'group', 'aria-label': 'Formula' } as const;

function DisplaySpan({ node: _node, ...props }: ComponentProps<'span'> & { node?: unknown }) {
  return <span {...props} {...(props.className === 'katex-display' && SCROLLABLE)} />;
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

/** A line of text with `$…$` that stands inside another, as in a message or a label. */
export function InlineMarkdown({ children }: { children: string }) {
  if (!isTypesettable(children)) return <span className={classes.written}>{children}</span>;
  return (
    <span className={classes.inline}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={[[rehypeKatex, katexOptions]]}
        disallowedElements={['img', 'h1', 'h2', 'h3', 'pre', 'ul', 'ol', 'blockquote']}
        unwrapDisallowed
        components={{ p: 'span' }}
      >
        {children}
      </ReactMarkdown>
    </span>
  );
}

/** One formula. A dollar sign would end it early and is not part of any formula. */
export function Tex({ children }: { children: string }) {
  return <InlineMarkdown>{`$${children.replaceAll('$', '')}$`}</InlineMarkdown>;
}
