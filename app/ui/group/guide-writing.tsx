'use client'
import { useState } from 'react'
import type { Guide } from '../../../core/guide/shape.ts'
import { guideWords } from '../messages/en-guild.ts'
import { Answer } from '../parts/answer.tsx'
import { GroupFrame } from './group-view.tsx'
import { GuideForm } from './guide-form.tsx'
import { useEditGuide, useGuide, useMakeGuide } from './kept-hooks.ts'

const open = (slug: string, guide: Guide) => window.location.assign(`/groups/${slug}/guides/${guide.slug}`)

function Make({ slug }: { slug: string }) {
  const make = useMakeGuide(slug)
  return (
    <GuideForm
      busy={make.isPending}
      error={make.error}
      onSend={({ title, text }) => make.mutate({ title, text }, { onSuccess: (guide) => open(slug, guide) })}
    />
  )
}

function Edit({ slug, guide }: { slug: string; guide: Guide }) {
  const edit = useEditGuide(slug, guide.slug)
  // What the writer began from: news of a newer one change neither the text in the box nor this.
  const [from] = useState({ title: guide.version.title, text: guide.text, base: guide.newest })
  return (
    <GuideForm
      from={from}
      busy={edit.isPending}
      error={edit.error}
      onSend={(written) =>
        edit.mutate({ ...written, base: from.base }, { onSuccess: (saved) => open(slug, saved) })
      }
    />
  )
}

function EditOne({ slug, guide }: { slug: string; guide: string }) {
  return (
    <Answer query={useGuide({ slug, guide, version: null })} waiting={guideWords.loadingOne}>
      {(found) => <Edit slug={slug} guide={found} />}
    </Answer>
  )
}

/** Writing a guide: a new one, or the next version of one that is there. */
export function GuideWriting({ slug, guide }: { slug: string; guide?: string }) {
  return (
    <GroupFrame slug={slug} part="guides">
      {() => (
        <section aria-labelledby="writing" className="grid grid-cols-1 gap-4">
          <h2 id="writing" className="heading text-2xl">
            {guide === undefined ? guideWords.write : guideWords.edit}
          </h2>
          {guide === undefined ? <Make slug={slug} /> : <EditOne slug={slug} guide={guide} />}
        </section>
      )}
    </GroupFrame>
  )
}
