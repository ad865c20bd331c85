/** The longest note to the grader, in characters. */
export const MAX_NOTE_LENGTH = 4000;
