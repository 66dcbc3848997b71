/** Where pictures lie, a folder or a bucket. Keys are those of `photoKeys`. */
export type PhotoStore = {
  /** Whole or not at all; what was there under the key is replaced. @throws Retryable, Final `photo.store` */
  put: (key: string, webp: Uint8Array) => Promise<void>
  /** Undefined when there is none. @throws Retryable, Final `photo.store` */
  get: (key: string) => Promise<Uint8Array | undefined>
  /** Also of what is not there. @throws Retryable, Final `photo.store` */
  remove: (key: string) => Promise<void>
}

/** What a photo's picture and its thumbnail lie under. */
export function photoKeys(id: string): { full: string; thumb: string } {
  return { full: id, thumb: `${id}-thumb` }
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-thumb)?$/

/** A key that no folder and no URL reads otherwise. @throws RangeError */
export function checkKey(key: string): string {
  if (KEY.test(key)) return key
  throw new RangeError('this is no key of a photo')
}
