import 'katex/dist/katex.min.css';
import type { ComponentProps } from 'react';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import classes from './markdown.module.css';

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

/** Text of authors and students: markdown and `$…$`, raw HTML off. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={classes.prose}>
      <ReactMarkdown
        remarkPlugins={[remarkMath]}
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

/** A line of text with `$…$` that stands inside another, as in a message or a label. */
export function InlineMarkdown({ children }: { children: string }) {
  return (
    <span className={classes.inline}>
      <ReactMarkdown
        remarkPlugins={[remarkMath]}
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
