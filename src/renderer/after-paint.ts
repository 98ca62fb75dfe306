/**
 * Resolves once the window's frame is on screen, so that what is loaded next does not hold it up; at once where it has
 * been painted before, or where nothing is painted because the window is hidden.
 */
export function afterPaint(): Promise<void> {
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  if (painted || document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
