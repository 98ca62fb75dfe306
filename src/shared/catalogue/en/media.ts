/** Words about files of the library that the engine itself says. */
export const media = {
  invalid: {
    empty: '{{fileName}} is empty.',
    tooLarge: '{{fileName}} is larger than {{most}} MB, which is more than any network takes.',
    unsupported:
      '{{fileName}} is not a picture or video that OCMA can use. It takes JPEG, PNG, WebP, GIF, MP4, MOV and WebM.',
    damaged: '{{fileName}} is damaged: its size cannot be read.',
    noFile: 'There is no file at {{fileName}} that can be read.',
  },
  /** Completes “This cannot be done while the post is …”. */
  inUse: 'not out yet and shows this file',
} as const;
