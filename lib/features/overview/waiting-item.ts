/** One thing that waits for staff: how many, what, where, and the way to it. */
export interface WaitingItem {
  count: number;
  /** Read behind the count: `questions without an answer`. */
  what: string;
  /** The sitting that it is in; null for the course. */
  where: string | null;
  href: string;
  /** Somebody sits there and waits, or something is broken. */
  isUrgent: boolean;
}

export interface SittingCounts {
  questions: number;
  failed: number;
  unread: number;
  late: number;
}

export interface CourseCounts {
  /** Uploads that are no version yet, and versions that are not published. */
  drafts: number;
  /** People who cannot sign in yet, with an open link and without. */
  invited: number;
  uninvited: number;
  /** People whose newest mail failed. */
  mails: number;
  students: number;
  /** Published versions that can be sat. */
  exams: number;
}
