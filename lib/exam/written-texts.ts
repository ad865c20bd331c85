import { z } from 'zod';

/** What a text of an exam file is, as the keyword `contentMediaType` of JSON Schema says it. */
export const MARKDOWN = 'text/markdown';
export const LATEX = 'application/x-latex';

/**
 * A text that is shown as markdown with `$…$`. What is marked so is looked over by `nabla check`:
 * whether every `$` is closed and every formula can be shown.
 */
export const markdown = z.string().meta({ contentMediaType: MARKDOWN });

/** A text that is shown as one formula, such as the label of a field; looked over in the same way. */
export const latex = z.string().meta({ contentMediaType: LATEX });
