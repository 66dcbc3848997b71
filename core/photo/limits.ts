/** Bytes of a picture that a member sends. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024
/** The longer side of what is kept, in pixels. */
export const PHOTO_SIDE = 1_600
/** And of the small one that lists show. */
export const THUMB_SIDE = 320
