/** For tests: a picture of 30 by 20 pixels of each type, as browsers write them. */
const SAMPLES = {
  png:
    'iVBORw0KGgoAAAANSUhEUgAAAB4AAAAUCAYAAACaq43EAAAAPUlEQVR4AezSsQ0AQAhCUeL+k9ySZ0+PNN/EwgaT' +
    'F+ZJv7Gj0vD4DB5qqGMClCtG68FQu0jshjpG68E16gUAAP//VXHU5AAAAAZJREFUAwDmFTH3uh90HAAAAABJRU5E' +
    'rkJggg==',
  gif: 'R0lGODlhHgAUAIAAAAAAAP///ywAAAAAHgAUAAACAkQBADs=',
  'webp with alpha':
    'UklGRlwAAABXRUJQVlA4WAoAAAAQAAAAHQAAEwAAQUxQSA8AAAABBxAREQAIwn+7gIj+pw4AVlA4ICYAAADQAgCd' +
    'ASoeABQAPtFiqk+oJaOiKAgBABoJaQAAPaOgAP7znYAAAA==',
  'webp without loss': 'UklGRhoAAABXRUJQVlA4TA0AAAAvHcAEEAcQERGIiP4HAA==',
  webp: 'UklGRjIAAABXRUJQVlA4ICYAAADQAgCdASoeABQAPtFiqk+oJaOiKAgBABoJaQAAPaOgAP7znYAAAA==',
  jpeg:
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////' +
    '////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////' +
    '////////////////////////////////////wAARCAAUAB4DASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
    'AAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAIE/8QAFBEBAAAAAAAAAAAAAAAA' +
    'AAAAAP/aAAwDAQACEQMRAD8AnAQ0AAAAAAP/2Q==',
};

export type SampleName = keyof typeof SAMPLES;

export const sampleNames = Object.keys(SAMPLES).filter(
  (name): name is SampleName => name in SAMPLES,
);

export function sample(name: SampleName): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(SAMPLES[name], 'base64'));
}
