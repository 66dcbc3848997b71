'use client'
import { useQuery } from '@tanstack/react-query'
import { browserGet } from '../api/request.ts'
import { mapWords } from '../messages/en-map.ts'
import { words } from '../messages/map/map-view.ts'
import { Answer } from '../parts/answer.tsx'
import { AreaMap } from './area-map.tsx'
import type { PlaceOf } from './asked.ts'
import { Found } from './found.tsx'
import { MapLists } from './map-lists.tsx'
import { mapQuery } from './queries.ts'
import { WhereForm } from './where-form.tsx'

function Area({ near, plain }: { near: string; plain: boolean }) {
  return (
    <Answer query={useQuery(mapQuery(browserGet, near))} waiting={words.drawingTheMap}>
      {(map) => (
        <div className="grid gap-8">
          {plain ? <p className="text-sm text-muted">{mapWords.plain}</p> : <AreaMap map={map} />}
          <MapLists map={map} />
        </div>
      )}
    </Answer>
  )
}

type Props = {
  asked: PlaceOf
  /** Where nobody said which: around a shop of ours. */
  near: string | undefined
}

/** What goes on around a place. */
export function MapView({ asked, near }: Props) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <WhereForm page="/map" asked={asked} />
      {asked.q && <Found page="/map" q={asked.q} />}
      {!asked.q && near && <Area near={near} plain={asked.plain} />}
    </div>
  )
}
