'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { Pictures as Drawn, EstimatePicture, LawPicture } from './picture-data';
import classes from './pictures.module.css';

const WIDTH = 320;
const HEIGHT = 150;
const FLOOR = 22;

/** T(u) for many u against the law, and single estimates against the true gradient. */
export function Pictures({ law, estimates }: Drawn) {
  if (!law && !estimates) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {law && <Law {...law} />}
      {estimates && <Estimates {...estimates} />}
    </SimpleGrid>
  );
}

function Law({ parameter, value, bins, curve, undefinedShare }: LawPicture) {
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 1;
  const top = 1.15 * Math.max(1e-9, ...bins.map(({ height }) => height), ...bulk(curve));
  const place = placing(from, to, top);
  const path = curve
    .map(
      ({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${place.x(x)} ${place.y(Math.min(y, top))}`,
    )
    .join(' ');
  const undefinedNote =
    undefinedShare > 0.001 ? ` ${percent(undefinedShare)} of the samples are not defined.` : '';
  return (
    <Stack component="figure" gap={4} m={0}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FLOOR}`}
        className={classes.picture}
        role="img"
        aria-label={`Histogram of your samples against the density asked for, between ${short(from)} and ${short(to)}`}
      >
        <Bars bins={bins} place={place} />
        <path d={path} className={classes.curve} />
        <Axis from={from} to={to} />
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        <InlineMarkdown>
          {`Bars: your $T(u, ${parameter})$ for many $u$ at $${parameter} = ${value}$. Line: the density asked for.${undefinedNote}`}
        </InlineMarkdown>
      </Text>
    </Stack>
  );
}

function Estimates({ bins, mean, truth, samples }: EstimatePicture) {
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 1;
  const top = 1.25 * Math.max(1e-9, ...bins.map(({ height }) => height));
  const place = placing(from, to, top);
  return (
    <Stack component="figure" gap={4} m={0}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FLOOR}`}
        className={classes.picture}
        role="img"
        aria-label={`Single estimates: their mean is ${short(mean)}, the true gradient ${short(truth)}`}
      >
        <Bars bins={bins} place={place} />
        <line
          x1={place.x(truth)}
          x2={place.x(truth)}
          y1={4}
          y2={HEIGHT}
          className={classes.truth}
        />
        <line x1={place.x(mean)} x2={place.x(mean)} y1={4} y2={HEIGHT} className={classes.mean} />
        <Axis from={from} to={to} />
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        <InlineMarkdown>
          {`Bars: ${samples} single estimates for $\\ell(y) = y^2$. Dashed: their mean, $${short(mean)}$. Solid: the true gradient, $${short(truth)}$.`}
        </InlineMarkdown>
      </Text>
    </Stack>
  );
}

interface Placing {
  x: (value: number) => number;
  y: (value: number) => number;
}

function placing(from: number, to: number, top: number): Placing {
  return {
    x: (value) => round(((value - from) / (to - from)) * WIDTH),
    y: (value) => round(HEIGHT - (value / top) * HEIGHT),
  };
}

function Bars({
  bins,
  place,
}: {
  bins: readonly { from: number; to: number; height: number }[];
  place: Placing;
}) {
  return bins.map(({ from, to, height }) => (
    <rect
      key={from}
      x={place.x(from)}
      width={Math.max(0.5, place.x(to) - place.x(from) - 0.6)}
      y={place.y(height)}
      height={HEIGHT - place.y(height)}
      className={classes.bar}
    />
  ));
}

function Axis({ from, to }: { from: number; to: number }) {
  const middle = (from + to) / 2;
  return (
    <>
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes.axis} />
      <text x={2} y={HEIGHT + 15} className={classes.tick}>
        {short(from)}
      </text>
      <text x={WIDTH / 2} y={HEIGHT + 15} textAnchor="middle" className={classes.tick}>
        {short(middle)}
      </text>
      <text x={WIDTH - 2} y={HEIGHT + 15} textAnchor="end" className={classes.tick}>
        {short(to)}
      </text>
    </>
  );
}

/** Without the largest heights, so that a pole does not flatten all else. */
function bulk(curve: readonly { y: number }[]): number[] {
  const heights = curve.map(({ y }) => y).sort((a, b) => a - b);
  return heights.slice(0, Math.ceil(heights.length * 0.98));
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
