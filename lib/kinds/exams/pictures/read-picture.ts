import { fail, ok, type Result } from '@/lib/result';
import { MOST } from './limits';
import { type RasterType, rasterSize, rasterType, type Size } from './raster';
import { readSvg } from './svg';

/** What a file says of itself, whatever it is called. */
interface PictureHead extends Size {
  mediaType: RasterType | 'image/svg+xml';
}

/**
 * Whether a file is a picture that can be shown, and how large it is. Fails with why not, as what
 * follows the name of the file in a sentence.
 */
export function readPicture(bytes: Uint8Array): Result<PictureHead, string> {
  if (bytes.length > MOST.fileBytes)
    return fail(`has more than ${MOST.fileBytes / 1024 / 1024} MB`);
  const raster = rasterType(bytes);
  const head = raster ? rasterHead(raster, bytes) : svgHead(bytes);
  if (!head.ok) return head;
  const { width, height } = head.value;
  if (width < 1 || height < 1) return fail('has no extent');
  if (width > MOST.side || height > MOST.side || width * height > MOST.pixels)
    return fail(
      `has ${width} × ${height} pixels; a side may have ${MOST.side}, all together ${MOST.pixels / 1e6} millions`,
    );
  return head;
}

function rasterHead(mediaType: RasterType, bytes: Uint8Array): Result<PictureHead, string> {
  const size = rasterSize(mediaType, bytes);
  return size ? ok({ mediaType, ...size }) : fail('is damaged or cut off');
}

function svgHead(bytes: Uint8Array): Result<PictureHead, string> {
  const text = asText(bytes);
  if (text === null || !/<(?:[\w.-]+:)?svg[\s/>]/.test(text)) return fail(otherwise(bytes));
  const size = readSvg(text);
  return size.ok ? ok({ mediaType: 'image/svg+xml', ...size.value }) : size;
}

function otherwise(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  const what = start === '%PDF-' ? 'is a PDF' : bytes.length === 0 ? 'is empty' : 'is no picture';
  return `${what}; PNG, JPEG, WebP, GIF and SVG can be shown`;
}

/** Null where it is not UTF-8. */
function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
