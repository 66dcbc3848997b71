'use client'
import { type FormEvent, useState } from 'react'
import { words } from '../messages/review/awards-part.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { More } from '../parts/more.tsx'
import { AwardRow } from './award-row.tsx'
import { useReviewAwards } from './hooks.ts'

/** Everyone's awards, or one member's. */
export function AwardsPart() {
  const [username, setUsername] = useState('')
  const pages = useReviewAwards(username)
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setUsername(String(new FormData(event.currentTarget).get('username') ?? '').trim())
  }
  return (
    <>
      <form onSubmit={look} className="flex flex-wrap items-end gap-3 pb-2">
        <Field label={words.ofWhom} name="username" placeholder={words.everyone} autoComplete="off" />
        <Button type="submit">{words.look}</Button>
      </form>
      <Answer query={pages} waiting={words.loadingTheAwards}>
        {({ pages: all }) => {
          const awards = all.flatMap(({ items }) => items)
          if (awards.length === 0) return <p className="text-muted">{words.none}</p>
          return (
            <ul>
              {awards.map((award) => (
                <AwardRow key={award.id} award={award} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <More pages={pages}>{words.olderAwards}</More>
    </>
  )
}
