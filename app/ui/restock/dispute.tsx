'use client'
import { lazy, Suspense } from 'react'
import type { Restock } from '../../../core/restock/shape.ts'
import { useMe } from '../api/hooks.ts'

/** Loaded for members alone, and where there is something to dispute: few pages have any of it. */
const DisputeForm = lazy(() => import('./dispute-form.tsx').then((form) => ({ default: form.DisputeForm })))

/** The way to say that a confirmed restock is not true. */
export function Dispute({ restock }: { restock: Restock }) {
  const { data: me } = useMe()
  if (!me || restock.mine || restock.confirmed_by_me || restock.confirmed_at === null) return null
  return (
    <Suspense fallback={null}>
      <DisputeForm restock={restock} />
    </Suspense>
  )
}
