import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSED = /\.(?:js|css|svg|json|txt)$/;
/** Below this a packet is sent either way. */
const LEAST_BYTES = 1024;

/**
 * Writes a `.br` and a `.gz` beside each static file that gets smaller by it: once at the build,
 * instead of anew for every student who opens the exam.
 */
export async function compressStatic(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => COMPRESSED.test(each))) {
    const path = join(folder, name);
    const content = await readFile(path);
    if (content.length < LEAST_BYTES) continue;
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(content, {
        params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }),
      promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
    ]);
    if (br.length < content.length) await writeFile(`${path}.br`, br);
    if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
  }
}
