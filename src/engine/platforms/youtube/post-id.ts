/** The id in a video's public address: `watch?v=`, `/shorts/`, `/live/`, `/embed/` or `youtu.be/`. */
export const postIdOf = (url: string): string | null => {
  if (!/(?:youtube|youtu\.be)/i.test(url)) return null;
  const comment = /[?&]lc=([\w.-]{12,})/.exec(url)?.[1];
  const video = /(?:[?&]v=|\/(?:shorts|live|embed)\/|youtu\.be\/)([\w-]{11})(?![\w-])/.exec(url)?.[1];
  return comment ?? video ?? null;
};
