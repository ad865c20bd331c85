/** What a grader, and with it a part, can conclude. `review`: the machine cannot tell, a person decides. */
export type Verdict = 'right' | 'wrong' | 'review';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** The concrete evidence that an answer is wrong; the shape below `data` belongs to the kind. */
interface Witness {
  /** One sentence with mathematics between `$…$`, for example `at $x = 2$: yours is $4$, expected $8$`. */
  summary: string;
  data?: { [key: string]: JsonValue };
}

/** Where in what was written something stands; offsets into `text`. */
export interface Place {
  text: string;
  start: number;
  end: number;
}

/** One judged aspect of an answer. A part's score is the sum over its checks. */
export interface Check {
  /** Stable within a part: a field name, a line, an edge set. */
  name: string;
  verdict: Verdict;
  /** 0 <= score <= points, unrounded; for `review` what is certain already (the rest is open). */
  score: number;
  points: number;
  /** For `review`: the most that a person can still add; without it all that is not earned. */
  open?: number | undefined;
  /** What stands here could not be read, so that nothing of it was judged. */
  unread?: boolean | undefined;
  /** Nothing was written here. */
  blank?: boolean | undefined;
  /** What could not be read, and where. */
  place?: Place | undefined;
  /** For the student: what was right first, then what is wrong. Markdown with `$…$`. */
  message: string;
  witness?: Witness;
  /** It is shown beside the answer, where the kind's own review puts it, and in no list. */
  beside?: boolean | undefined;
  /** For the instructor: how the machine came to its verdict. Never sent to students. */
  evidence: string;
}
