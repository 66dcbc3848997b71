'use client'
import { useId } from 'react'
import { MAX_PHOTO_BYTES } from '../../../core/photo/limits.ts'
import { reportWords } from '../messages/en-reporting.ts'
import { photoWords } from '../messages/en-writing.ts'

/** Of one post. */
export const MOST_PHOTOS = 4

/** Why these cannot be sent; undefined: they can. */
export function photosError(files: readonly File[]): string | undefined {
  if (files.length > MOST_PHOTOS) return photoWords.tooMany
  if (files.some(({ size }) => size > MAX_PHOTO_BYTES)) return reportWords.photoTooLarge
  return undefined
}

type Props = { files: readonly File[]; onPick: (files: File[]) => void; error: string | undefined }

/** Pictures from the camera or the files. Asked for as JPEG, an iPhone turns its own format into it. */
export function PhotoPicks({ files, onPick, error }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {photoWords.label}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp"
        onChange={({ target }) => onPick([...(target.files ?? [])])}
        aria-describedby={`${id}-notes`}
        aria-invalid={error ? true : undefined}
        className="min-h-12 w-full rounded-xs border border-edge bg-bg p-3 text-base aria-invalid:border-2 aria-invalid:border-alarm"
      />
      <div id={`${id}-notes`} className="grid gap-1 text-sm text-muted">
        <p>{photoWords.hint}</p>
        {files.length > 0 && (
          <p className="figures wrap-anywhere">{files.map(({ name }) => name).join(', ')}</p>
        )}
        {error && (
          <p className="font-medium text-alarm">
            <span aria-hidden>✕ </span>
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
