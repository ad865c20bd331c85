import type { LogEntry } from '@/lib/features/log/schema';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';
import classes from './log-list.module.css';

/** Who did what, when and why, one line each. */
export function LogList({
  entries,
  label,
  isPlain = false,
}: {
  entries: readonly LogEntry[];
  label: string;
  /** Without the ways to what the entries are about, where one is there already. */
  isPlain?: boolean;
}) {
  return (
    <ul className={classes.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <span className={classes.when}>
            <Time iso={entry.at} />
          </span>
          <span className={classes.what} id={`log-${entry.id}`}>
            <strong>{entry.actor ?? 'The server'}</strong> {entry.says}
            {entry.reason !== '' && <span className={classes.reason}>Reason: {entry.reason}</span>}
          </span>
          <span className={classes.where}>{!isPlain && <Place entry={entry} />}</span>
        </li>
      ))}
    </ul>
  );
}

/** The way to what an entry is about; the sentence tells the links apart when they are read out. */
function Place({ entry: { id, attemptId, sitting } }: { entry: LogEntry }) {
  if (attemptId === null && sitting === null) return null;
  const href =
    attemptId === null ? `/staff/sittings/${sitting?.id}` : `/staff/attempts/${attemptId}`;
  return (
    <TextLink href={href} size="sm" aria-describedby={`log-${id}`}>
      {attemptId === null ? 'Sitting' : 'Script'}
    </TextLink>
  );
}
