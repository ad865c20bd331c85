'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './scroll-wide.module.css';

/** What may be wider than its place scrolls there, by keyboard too, and is no stop where it fits. */
export function ScrollWide({
  label,
  className = '',
  children,
}: {
  /** What it is called where it can be entered. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    if (!place.current || !content.current) return;
    const [outer, inner] = [place.current, content.current];
    const observer = new ResizeObserver(() => setIsWide(inner.offsetWidth > outer.clientWidth));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className={`${classes.scroll} ${className}`}
      {...(isWide && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      <div ref={content} className={classes.content}>
        {children}
      </div>
    </div>
  );
}
