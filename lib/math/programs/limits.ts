/** A program of an author is a few lines. */
export const MOST_CHARACTERS = 4000;
/** How deep its expressions may be nested, as they are written. */
export const MOST_NESTING = 60;
/** How many entries a list or a matrix may have. */
export const MOST_CELLS = 10_000;
/**
 * How many expressions may be under way at a time, one within another: it bounds recursion, at less than
 * half of what a thread has room for, so that where it ends does not hang on the machine.
 */
export const MOST_DEPTH = 600;
/** One run may take so many steps; a step is an expression, or an entry that a function works on. */
export const MOST_STEPS = 400_000;
/** All runs of a program for one field together. */
export const MOST_STEPS_IN_ALL = 2_000_000;
