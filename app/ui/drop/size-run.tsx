'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Drop } from '../../../core/drop/shape.ts'
import { usePurchases } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { words } from '../messages/drop/size-run.ts'
import { SizeGrid } from '../parts/size-grid.tsx'
import { seenQuery } from '../restock/queries.ts'
import { markOf } from './marks.ts'
import { SizeLegend } from './size-legend.tsx'

function useCells(drop: Drop) {
  const restocks = useQuery(seenQuery(browserGet, drop.sneaker.id)).data?.items ?? []
  const purchases = usePurchases().data?.items ?? []
  const [now] = useState(Date.now)
  return drop.sizes.map((size) => ({ size, mark: markOf(drop, size, { restocks, purchases, now }) }))
}

/** The size that is picked, kept above whatever shows the sizes: what stands in until the form is there loses none. */
export type Picked = { size: string; onPick: (size: string) => void }

/** The sizes of a drop, each with what is known of it; one can be picked. */
export function SizeRun({ drop, size, onPick, error }: Picked & { drop: Drop; error?: string | undefined }) {
  const cells = useCells(drop)
  return (
    <SizeGrid legend={words.usSize} name="size" cells={cells} value={size} onPick={onPick} error={error}>
      <SizeLegend marks={cells.map(({ mark }) => mark)} />
    </SizeGrid>
  )
}
