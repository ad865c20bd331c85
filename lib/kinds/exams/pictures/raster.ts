/** How many pixels a picture is wide and high, as it is shown. */
export interface Size {
  width: number;
  height: number;
}

export type RasterType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** The type that the first bytes of a file say; null for none of these. */
export function rasterType(bytes: Uint8Array): RasterType | null {
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a')) return 'image/gif';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'image/webp';
  return null;
}

/**
 * The size that a file says, where it goes on to its end as far as that can be told cheaply; null
 * where it is cut off or damaged. Nothing is unpacked.
 */
export function rasterSize(type: RasterType, bytes: Uint8Array): Size | null {
  try {
    return SIZES[type](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // What would be read lies behind the end of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const SIZES: Record<RasterType, (bytes: Uint8Array, view: DataView) => Size | null> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/gif': gifSize,
  'image/webp': webpSize,
};

function pngSize(bytes: Uint8Array, view: DataView): Size | null {
  if (!begins(bytes, 'IHDR', 12)) return null;
  // Chunk after chunk: length, name, content, checksum.
  let at = 8;
  while (!begins(bytes, 'IEND', at + 4)) at += view.getUint32(at) + 12;
  if (at + 12 > bytes.length) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(bytes: Uint8Array, view: DataView): Size | null {
  // Some programs fill the file up behind its last byte, a semicolon.
  const last = bytes.findLast((byte) => byte !== 0);
  if (last !== 0x3b) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webpSize(bytes: Uint8Array, view: DataView): Size | null {
  if (view.getUint32(4, true) + 8 > bytes.length) return null;
  if (begins(bytes, 'VP8 ', 12)) {
    if (!begins(bytes, '\x9d\x01\x2a', 23)) return null;
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (begins(bytes, 'VP8L', 12)) {
    if (view.getUint8(20) !== 0x2f) return null;
    const sides = view.getUint32(21, true);
    return { width: (sides & 0x3fff) + 1, height: ((sides >> 14) & 0x3fff) + 1 };
  }
  if (!begins(bytes, 'VP8X', 12)) return null;
  const side = (at: number) => (view.getUint32(at, true) & 0xffffff) + 1;
  return { width: side(24), height: side(27) };
}

/** The markers of JPEG that say a size, and those that have no content. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

function jpegSize(bytes: Uint8Array, view: DataView): Size | null {
  if (!endsJpeg(bytes)) return null;
  let turned = false;
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // Before a marker there may be any number of fill bytes.
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    } else {
      // The picture itself, or the end, before any size.
      if (marker === 0xda || marker === 0xd9) return null;
      const length = view.getUint16(at + 2);
      if (marker === 0xe1 && begins(bytes, 'Exif\0\0', at + 4))
        turned ||= isTurned(new DataView(view.buffer, view.byteOffset + at + 10, length - 8));
      at += 2 + length;
    }
  }
  return null;
}

function endsJpeg(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 2; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

const ORIENTATION = 0x0112;

/**
 * Whether a camera was held upright: browsers turn such a picture, so that its sides change places.
 * @throws RangeError where what the camera says is cut off
 */
function isTurned(tiff: DataView): boolean {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (tiff.getUint16(at, little) === ORIENTATION) return tiff.getUint16(at + 8, little) >= 5;
  }
  return false;
}

/** Whether these bytes, written as characters, stand at a place of a file. */
function begins(bytes: Uint8Array, signs: string, at = 0): boolean {
  if (at + signs.length > bytes.length) {
    if (at > bytes.length) throw new RangeError('behind the end of the file');
    return false;
  }
  return [...signs].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
}
