import { MOST } from './limits';

/** Names that mean the same on every computer, and need no escaping in an address. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** What is wrong with the name of a picture, as what follows it in a sentence; null for nothing. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'names no file';
  if (/^data:/i.test(name)) return 'is written into the text; put the file beside exam.yaml';
  if (name.includes('\\') || name.startsWith('/') || name.split('/').includes('..'))
    return name.startsWith('//') ? FOREIGN : `leads out of the folder of the exam; ${BESIDE}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(name)) return FOREIGN;
  if (name.includes('/')) return `is in another folder; ${BESIDE}`;
  if (!NAME.test(name) || name.length > MOST.nameLength)
    return `is no name for a picture: at most ${MOST.nameLength} letters without accents, digits, \`.\`, \`-\` and \`_\`, the first a letter or digit`;
  return null;
}

const BESIDE = 'pictures lie beside exam.yaml and are called by their name alone';
const FOREIGN =
  'is on another server, which might be down and would learn who sits the exam; put the file beside exam.yaml';

/** Whether a file beside an exam is probably meant to be shown. */
export function isCalledPicture(name: string): boolean {
  return /\.(?:png|jpe?g|webp|gif|svg)$/i.test(name);
}
