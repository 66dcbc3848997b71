'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { MAX_PHOTO_BYTES } from '../../../core/photo/limits.ts'
import { placeWords } from '../../../core/restock/place.ts'
import type { Sneaker, Store } from '../../../core/restock/shape.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { reportWords } from '../messages/en-reporting.ts'
import { words } from '../messages/restock/report-form.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { minorOf } from '../parts/money.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { SizeGrid } from '../parts/size-grid.tsx'
import { restockHref } from './asked.ts'
import { PhotoFailed } from './photo-failed.tsx'
import { PhotoField } from './photo-field.tsx'
import { SneakerPicker } from './sneaker-picker.tsx'
import { useReport } from './use-report.ts'

/** US men's sizes 6 to 14, the half sizes up to 12. */
const sizes = Array.from({ length: 17 }, (_, index) => String(6 + index / 2)).filter(
  (size) => Number(size) <= 12 || Number.isInteger(Number(size)),
)

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()

function readReport(data: FormData, picked: { sneaker: Sneaker; size: string }) {
  const price = text(data, 'price')
  const note = text(data, 'note')
  return {
    sneaker_id: picked.sneaker.id,
    store_id: text(data, 'store'),
    size: picked.size,
    ...(price ? { price_minor: minorOf(price), currency: picked.sneaker.currency } : {}),
    ...(note ? { note } : {}),
  }
}

function Details({ stores, fields }: { stores: Store[]; fields: Record<string, string> }) {
  return (
    <>
      <Choice label={words.shop} name="store" required defaultValue="" error={fields.store_id}>
        <option value="" disabled>
          {words.chooseTheShop}
        </option>
        {stores.map((store) => (
          <option key={store.id} value={store.id}>
            {placeWords(store)}
          </option>
        ))}
      </Choice>
      <Field
        label={words.priceOnTheTag}
        hint={words.leaveItEmptyIf}
        name="price"
        inputMode="decimal"
        pattern="\$?[0-9]{1,6}([.,][0-9]{1,2})?"
        placeholder="150.00"
        figures
        error={fields.price_minor}
      />
      <Field
        label={words.note}
        hint={words.howManyWhichShelf}
        name="note"
        maxLength={280}
        error={fields.note}
      />
    </>
  )
}

function Form({ sneakers, stores }: { sneakers: Sneaker[]; stores: Store[] }) {
  const router = useRouter()
  const report = useReport((id) => router.push(restockHref(id)))
  const [sneaker, setSneaker] = useState<Sneaker>()
  const [size, setSize] = useState('')
  const [file, setFile] = useState<File>()
  const fields = report.error ? asProblem(report.error).fields : {}
  const isTooLarge = file !== undefined && file.size > MAX_PHOTO_BYTES

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!sneaker || isTooLarge) return
    report.send({ body: readReport(new FormData(event.currentTarget), { sneaker, size }), file })
  }

  if (report.photoError && report.restockId)
    return <PhotoFailed report={report} restockId={report.restockId} file={file} />
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-7">
      <SneakerPicker sneakers={sneakers} value={sneaker?.id ?? ''} onPick={setSneaker} />
      <SizeGrid
        legend={words.usSizeOnThe}
        name="size"
        cells={sizes.map((each) => ({ size: each }))}
        value={size}
        onPick={setSize}
        error={fields.size}
      />
      <Details stores={stores} fields={fields} />
      <PhotoField
        onChange={({ target }) => setFile(target.files?.[0])}
        error={isTooLarge ? reportWords.photoTooLarge : undefined}
      />
      {report.error && <ErrorNotice error={report.error} />}
      <Button type="submit" tone="go" size="large" busy={report.isPending} className="sm:justify-self-start">
        {words.sendReport}
      </Button>
    </form>
  )
}

/** What was seen, where, in which size. */
export function ReportForm() {
  const stores = useStores()
  return (
    <Answer query={useSneakers()} waiting={words.loadingSneakers}>
      {(sneakers) => (
        <Answer query={stores} waiting={words.loadingShops}>
          {(shops) => <Form sneakers={sneakers.items} stores={shops.items} />}
        </Answer>
      )}
    </Answer>
  )
}
