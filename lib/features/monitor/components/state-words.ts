import type { MonitorState } from '@/lib/features/monitor/schema';

export const STATE_WORDS: Readonly<Record<MonitorState, string>> = {
  absent: 'Not begun',
  writing: 'Writing',
  silent: 'Silent',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
};
