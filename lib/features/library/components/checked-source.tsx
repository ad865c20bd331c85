import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { StoredFinding } from '@/lib/features/library/schema';
import classes from './checked-source.module.css';

/** The text of an exam with what the check says under the lines that it says it of. */
export function CheckedSource({
  source,
  findings,
}: {
  source: string;
  findings: readonly StoredFinding[];
}) {
  const lines = source.split('\n');
  return (
    // Keys that scroll need something to hold on to.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard (WCAG 2.1.1)
    <ol className={classes.source} aria-label="exam.yaml" tabIndex={0}>
      {lines.map((line, index) => {
        const here = findings.filter((finding) => finding.line === index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <li key={index} id={`line-${index + 1}`}>
            <div className={`${classes.line} ${here.length > 0 ? classes.marked : ''}`}>
              <span className={classes.number}>{index + 1}</span>
              <span>{line || ' '}</span>
            </div>
            {here.map((finding) => (
              <div key={`${finding.column} ${finding.message}`} className={classes.finding}>
                <FindingText finding={finding} />
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

/** One finding: how bad, and what. */
export function FindingText({ finding }: { finding: StoredFinding }) {
  const isError = finding.severity === 'error';
  const Icon = isError ? IconCircleX : IconAlertTriangle;
  return (
    <Text size="sm" c={isError ? 'red' : 'orange'} component="span">
      <Icon size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} />{' '}
      <b>{isError ? 'Error' : 'Warning'}:</b> {finding.message}
    </Text>
  );
}
