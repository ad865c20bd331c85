import { join } from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

/** Where what a child prints is kept: `web.log` beside older ones, `web.log.1` to `web.log.5`. */
export function openLogFile(folder: string, name: string): RotatingFileStream {
  const base = `${name}.log`;
  const stream = createStream((index) => (index ? `${base}.${index}` : base), {
    path: join(folder, 'logs'),
    size: '10M',
    rotate: 5,
    mode: 0o600,
    encoding: 'utf8',
  });
  // A disk that is full must not end the launcher, which is there to outlast it.
  stream.on('error', () => undefined);
  stream.on('warning', () => undefined);
  return stream;
}
