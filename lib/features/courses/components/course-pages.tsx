'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import classes from './course-pages.module.css';

/** The pages of a course: what the address adds, and what the page is called. */
const PAGES = [
  { path: '', title: 'Overview', forGraders: true },
  { path: '/exams', title: 'Exams', forGraders: false },
  { path: '/people', title: 'People', forGraders: false },
  { path: '/accommodations', title: 'Accommodations', forGraders: false },
  { path: '/log', title: 'Log', forGraders: true },
  { path: '/settings', title: 'Settings', forGraders: false },
] as const;

/** The way from one page of a course to another. */
export function CoursePages({ courseId, mayInstruct }: { courseId: string; mayInstruct: boolean }) {
  const base = `/courses/${courseId}`;
  const within = usePathname().slice(base.length);
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the pages are wider than the window; where one is stands in it.
  useEffect(() => {
    if (within !== '') current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [within]);
  const open = PAGES.findLast(({ path }) => within.startsWith(path))?.path;
  return (
    <nav className={classes.pages} aria-label="Pages of this course">
      {PAGES.filter(({ forGraders }) => forGraders || mayInstruct).map(({ path, title }) => (
        <NextLink
          key={path}
          ref={path === open ? current : null}
          href={`${base}${path}`}
          className={classes.page}
          aria-current={path === open ? 'page' : undefined}
        >
          {title}
        </NextLink>
      ))}
    </nav>
  );
}
