import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/result';
import { columnsOf, type Field } from './columns';
import { decode, type Encoding } from './decode';
import { type Separator, separatorOf } from './separator';

export const MOST_BYTES = 2 * 1024 * 1024;
export const MOST_ROWS = 5000;

/** How a file is to be read; null for what its bytes and its first line say. */
export interface ReadOptions {
  encoding: Encoding | null;
  separator: Separator | null;
}

export interface TableLine {
  /** Where it begins in the file; counts from 1. */
  line: number;
  cells: string[];
}

export interface RosterTable {
  encoding: Encoding;
  separator: Separator;
  /** The heads of the columns; "Column 1" … where the file has none. */
  heads: string[];
  columns: (Field | null)[];
  rows: TableLine[];
}

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }),
);

/** Reads a file as a table; what is wrong with it as a whole is told in words. */
export function readTable(bytes: Uint8Array, options: ReadOptions): Result<RosterTable, string> {
  if (bytes.byteLength > MOST_BYTES) return fail('A roster has at most 2 MB.');
  const decoded = decode(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  const { encoding } = decoded.value;
  // The mark that some write at the beginning is no part of the first head.
  const text = decoded.value.text.replace(/^\ufeff/, '').replaceAll('\0', '');
  const separator = options.separator ?? separatorOf(text);
  const lines = linesOf(text, separator);
  if (!lines.ok) return lines;
  const [first, ...rest] = lines.value;
  if (!first) return fail('The file is empty.');
  const isHeadless = first.cells.some((cell) => ADDRESS.test(cell));
  const rows = isHeadless ? lines.value : rest;
  if (rows.length === 0) return fail('The file has heads of columns and no rows.');
  if (rows.length > MOST_ROWS) {
    return fail(`A roster has at most ${MOST_ROWS} rows; this one has ${rows.length}.`);
  }
  const heads = isHeadless
    ? first.cells.map((_, index) => `Column ${index + 1}`)
    : first.cells.map((cell) => cell.trim());
  const columns = isHeadless ? addressesOf(first.cells) : columnsOf(heads);
  return ok({ encoding, separator, heads, columns, rows });
}

const ADDRESS = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/;

function addressesOf(cells: readonly string[]): (Field | null)[] {
  const at = cells.findIndex((cell) => ADDRESS.test(cell));
  return cells.map((_, index) => (index === at ? 'email' : null));
}

function linesOf(text: string, separator: Separator): Result<TableLine[], string> {
  try {
    const records = recordsSchema.parse(
      parse(text, {
        delimiter: separator,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        max_record_size: 20_000,
      }),
    );
    return ok(
      records
        .map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` (line ${String(error.lines)})` : '';
    return fail(`The file cannot be read as a table${line}: ${error.message}`);
  }
}

/** A record counts the lines up to its end; a cell may hold some of them. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
