'use client'
import { type FormEvent, useState } from 'react'
import type { Trade } from '../../../core/trade/shape.ts'
import { actWords, tradeWords } from '../messages/en-trades.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { PhotoPicks, photosError } from '../post/photo-picks.tsx'
import { TextBox } from '../post/text-box.tsx'
import { useAct, useShow } from './hooks.ts'
import { getsNothing } from './trade-row.tsx'

/** "I have sent mine", "I have got theirs". */
function Marks({ trade }: { trade: Trade }) {
  const act = useAct(trade.id)
  const marks = (['ship', 'receive'] as const).filter((which) => trade.may.includes(which))
  if (marks.length === 0) return null
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {marks.map((which) => (
          <Button key={which} tone="go" busy={act.isPending} onClick={() => act.mutate({ act: which })}>
            {which === 'receive' && getsNothing(trade) ? tradeWords.wentWell : actWords[which]}
          </Button>
        ))}
      </div>
      {act.error && <ErrorNotice error={act.error} />}
    </div>
  )
}

/** One's own account; of a trade without bonds it can open a dispute. */
function Story({ trade }: { trade: Trade }) {
  const act = useAct(trade.id)
  const [text, setText] = useState('')
  const say = (which: 'tell' | 'dispute') =>
    act.mutate({ act: which, text }, { onSuccess: () => setText('') })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    say('tell')
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <TextBox label={tradeWords.tell} rows={4} value={text} onText={setText} error={undefined} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={act.isPending}>
          {actWords.tell}
        </Button>
        {trade.may.includes('dispute') && (
          <Button
            tone="alarm"
            busy={act.isPending}
            disabled={text.trim() === ''}
            onClick={() => say('dispute')}
          >
            {actWords.dispute}
          </Button>
        )}
      </div>
      {act.error && <ErrorNotice error={act.error} />}
    </form>
  )
}

function Photos({ id }: { id: string }) {
  const show = useShow(id)
  const [files, setFiles] = useState<File[]>([])
  const error = photosError(files)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!error) show.mutate(files, { onSuccess: () => setFiles([]) })
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <PhotoPicks files={files} onPick={setFiles} error={error} />
      <p className="text-sm text-muted">{tradeWords.evidenceHint}</p>
      <Button
        type="submit"
        className="justify-self-start"
        busy={show.isPending}
        disabled={files.length === 0}
      >
        {actWords.show}
      </Button>
      {show.error && <ErrorNotice error={show.error} />}
    </form>
  )
}

/** What a side says and shows of what it did and got. */
export function HappenedPart({ trade }: { trade: Trade }) {
  return (
    <div className="grid gap-6">
      <Marks trade={trade} />
      {trade.may.includes('tell') && <Story trade={trade} />}
      {trade.may.includes('show') && <Photos id={trade.id} />}
    </div>
  )
}
