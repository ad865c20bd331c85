import type { LogEntry } from '@/lib/features/log/schema';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';
import classes from './log-list.module.css';

/** Who did what, when and why, one line each. */
export function LogList({ entries, label }: { entries: readonly LogEntry[]; label: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <span className={classes.when}>
            <Time iso={entry.at} />
          </span>
          <span className={classes.what}>
            <strong>{entry.actor ?? 'The server'}</strong> {entry.says}
            {entry.reason !== '' && <span className={classes.reason}>Reason: {entry.reason}</span>}
          </span>
          <span className={classes.where}>
            <Place entry={entry} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The way to what an entry is about; the name of the person tells links apart when they are read out. */
function Place({ entry: { attemptId, person, sitting } }: { entry: LogEntry }) {
  if (attemptId !== null) {
    return (
      <TextLink
        href={`/staff/attempts/${attemptId}`}
        size="sm"
        aria-label={`Script of ${person?.name ?? 'somebody'}`}
      >
        Script
      </TextLink>
    );
  }
  if (sitting === null) return null;
  return (
    <TextLink
      href={`/staff/sittings/${sitting.id}`}
      size="sm"
      aria-label={`Sitting ${sitting.title}`}
    >
      Sitting
    </TextLink>
  );
}
