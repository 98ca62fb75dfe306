/** The id in a video's or photo post's address; null where it is none of TikTok's. Short links (`vm.tiktok.com`) hold none. */
export const postIdOf = (url: string): string | null =>
  /^https?:\/\/(?:www\.|m\.)?tiktok\.com\/@[\w.]+\/(?:video|photo)\/(\d{5,25})(?:[/?#]|$)/i.exec(
    url.trim(),
  )?.[1] ?? null;
