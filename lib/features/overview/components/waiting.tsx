import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { WaitingItem } from '@/lib/features/overview/waiting-item';
import { TextLink } from '@/lib/ui/link';
import classes from './waiting.module.css';

/** What waits, a link each with its number. */
export function Waiting({ items }: { items: readonly WaitingItem[] }) {
  return (
    <ul className={classes.list}>
      {items.map(({ count, what, where, href, isUrgent }) => (
        <li key={`${href} ${what}`} className={classes.item}>
          <span className={classes.mark}>
            {isUrgent && (
              <>
                <IconAlertTriangle
                  size={16}
                  aria-hidden="true"
                  color="var(--mantine-color-red-filled)"
                />
                <VisuallyHidden>Urgent:</VisuallyHidden>
              </>
            )}
          </span>
          <span>
            <TextLink href={href} size="sm">
              <strong className={classes.count}>{count}</strong> {what}
            </TextLink>
            {where !== null && <span className={classes.where}> in {where}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
