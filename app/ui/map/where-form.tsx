'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { cellHere } from '../follow/here.ts'
import { mapWords } from '../messages/en-map.ts'
import { words } from '../messages/map/where-form.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type PlaceOf, placeHref } from './asked.ts'

type Props = { page: '/map' | '/events'; asked: PlaceOf }

/** A place by its name, as a plain form; or here, which stays on the device but for its cell. */
export function WhereForm({ page, asked }: Props) {
  const router = useRouter()
  const here = useMutation({
    mutationFn: () => cellHere('area'),
    onSuccess: (near) => router.push(placeHref(page, { near, plain: false })),
  })
  return (
    <div className="grid gap-3">
      <form
        action={page}
        className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:items-end"
      >
        {/* On a phone both ways stand in one row, so that the map begins higher. */}
        <div className="col-span-2 sm:col-span-1">
          <Field
            key={asked.q ?? ''}
            label={mapWords.where}
            name="q"
            type="search"
            required
            minLength={2}
            maxLength={120}
            defaultValue={asked.q ?? ''}
            autoComplete="off"
          />
        </div>
        <button type="submit" className={`${buttonClass('go')} min-h-12`}>
          {words.find}
        </button>
        <Button className="min-h-12" busy={here.isPending} onClick={() => here.mutate()}>
          {mapWords.here}
        </Button>
      </form>
      <p className="text-sm text-muted">{mapWords.hereHint}</p>
      {here.error && <ErrorNotice error={here.error} />}
    </div>
  )
}
