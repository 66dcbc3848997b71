import { Final } from '../../core/errors.ts'
import { openDiskPhotos } from './disk.ts'
import { openS3Photos } from './s3.ts'
import type { PhotoStore } from './store.ts'

type Settings = {
  PHOTOS_DIR: string
  PHOTOS_S3_URL?: string | undefined
  PHOTOS_S3_REGION: string
  PHOTOS_S3_KEY_ID?: string | undefined
  PHOTOS_S3_SECRET?: string | undefined
}

/**
 * The store that the settings name: a bucket where there is one, else a folder.
 * @throws Final `config.invalid` of a bucket without its keys
 */
export function openPhotos(settings: Settings): PhotoStore {
  const { PHOTOS_S3_URL: url, PHOTOS_S3_REGION: region } = settings
  const { PHOTOS_S3_KEY_ID: keyId, PHOTOS_S3_SECRET: secret } = settings
  if (url === undefined) return openDiskPhotos(settings.PHOTOS_DIR)
  if (keyId !== undefined && secret !== undefined) return openS3Photos({ url, region, keyId, secret })
  throw new Final({
    code: 'config.invalid',
    message: 'PHOTOS_S3_URL is set without PHOTOS_S3_KEY_ID and PHOTOS_S3_SECRET.',
    fix: 'Set all three, or none to keep photos in a folder.',
  })
}
