import { paint } from '../picture.ts';
import { fraction } from '../seeded.ts';

/** A drawn picture of the invented past: hills under a sky, in colours that follow from the name. A PNG of 640 by 400. */
export function scene(name: string): Uint8Array {
  const hue = fraction('scene', name) * 360;
  const sun = { x: 0.2 + 0.6 * fraction('sun', name), y: 0.2 + 0.2 * fraction('height', name) };
  return paint(640, 400, (x, y) => {
    if (y > 0.72 + 0.08 * Math.sin(x * 9 + hue)) return { hue: hue + 140, saturation: 0.35, lightness: 0.3 };
    if (y > 0.6 + 0.1 * Math.sin(x * 5 + hue / 2))
      return { hue: hue + 120, saturation: 0.3, lightness: 0.45 };
    if (Math.hypot((x - sun.x) * 1.6, y - sun.y) < 0.09) return { hue: 48, saturation: 0.9, lightness: 0.75 };
    return { hue, saturation: 0.45, lightness: 0.7 + 0.2 * y };
  });
}
