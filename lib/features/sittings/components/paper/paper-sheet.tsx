'use client';

import { Button, Group, Text } from '@mantine/core';
import type { JsonValue } from '@/lib/exam/check';
import { isKindName } from '@/lib/kinds/registry/names';
import { papers } from '@/lib/kinds/registry/papers';
import { AuthoredText, WithPictures } from '@/lib/ui/authored';
import { LinkButton } from '@/lib/ui/link';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import classes from './paper-sheet.module.css';

interface PaperPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  prompt: string;
  spec: JsonValue;
}

interface PaperAssignment {
  number: number;
  title: string;
  prompt: string;
  points: number;
  parts: readonly PaperPart[];
}

interface PaperHead {
  title: string;
  courseTitle: string;
  minutes: number;
  points: number;
  rules: string;
  language: string;
}

/** An exam as a print shop or the printer of the hall wants it: black on white, with room to write. */
export function PaperSheet({
  back,
  head,
  pictures,
  assignments,
}: {
  /** Where one came from. */
  back: string;
  head: PaperHead;
  pictures: Pictures;
  assignments: readonly PaperAssignment[];
}) {
  return (
    <>
      <Group className={classes.tools} component="header">
        <LinkButton href={back} variant="default">
          Back to the sitting
        </LinkButton>
        <Button onClick={() => window.print()}>Print</Button>
        <Text size="sm">
          Answers on paper are corrected by hand. Each point has three lines of room.
        </Text>
      </Group>
      <main className={classes.sheet} lang={head.language}>
        <Cover head={head} assignments={assignments} />
        <WithPictures pictures={pictures}>
          {assignments.map((assignment) => (
            <Assignment key={assignment.number} {...assignment} />
          ))}
        </WithPictures>
      </main>
    </>
  );
}

function Cover({
  head: { title, courseTitle, minutes, points, rules },
  assignments,
}: {
  head: PaperHead;
  assignments: readonly PaperAssignment[];
}) {
  return (
    <section className={classes.cover}>
      <p>{courseTitle}</p>
      <h1>{title}</h1>
      <p>
        {minutes} minutes, {points} points
      </p>
      <table className={classes.boxes}>
        <tbody>
          {['Name', 'Student number', 'Signature'].map((what) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <AuthoredText>{rules}</AuthoredText>
      <table className={classes.boxes}>
        <thead>
          <tr>
            <th scope="col">Assignment</th>
            {assignments.map(({ number }) => (
              <th key={number} scope="col">
                {number}
              </th>
            ))}
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Points</th>
            {assignments.map(({ number, points: worth }) => (
              <td key={number}>&emsp;/ {worth}</td>
            ))}
            <td>&emsp;/ {points}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Assignment({ number, title, prompt, points, parts }: PaperAssignment) {
  return (
    <section className={classes.assignment}>
      <h2>
        {number}. {title} ({points} {points === 1 ? 'point' : 'points'})
      </h2>
      {prompt !== '' && <AuthoredText>{prompt}</AuthoredText>}
      {parts.map((part) => (
        <Part key={part.id} {...part} />
      ))}
    </section>
  );
}

const LINES_PER_POINT = 3;
const FEWEST_LINES = 4;

function Part({ label, points, kind, prompt, spec }: PaperPart) {
  const Paper = isKindName(kind) ? papers[kind] : undefined;
  const lines = Math.max(FEWEST_LINES, Math.ceil(points * LINES_PER_POINT));
  return (
    <section className={classes.part}>
      {label !== '' && (
        <h3>
          {label}{' '}
          <small>
            ({points} {points === 1 ? 'point' : 'points'})
          </small>
        </h3>
      )}
      <AuthoredText>{prompt}</AuthoredText>
      {Paper && <Paper spec={spec} />}
      <div className={classes.room} style={{ height: `${lines}lh` }} />
    </section>
  );
}
