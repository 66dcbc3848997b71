'use client'
import { uuidv7 } from '../../../core/id.ts'
import { outboxWords } from '../messages/en-outbox.ts'
import { plural } from '../messages/fill.ts'
import { Button } from '../parts/button.tsx'
import { isOld } from './send.ts'
import { outbox, type Unsent } from './store.ts'
import { useOutbox } from './use-outbox.ts'

/** With a new key: its member says that it is to go out, whatever became of it before. */
const again = ({ problem: _, ...unsent }: Unsent): Promise<void> =>
  outbox.remove(unsent.key).then(() => outbox.put({ ...unsent, key: uuidv7(), triedAt: Date.now() }))

function Row({ unsent, send }: { unsent: Unsent; send: () => Promise<void> }) {
  const { key, input, photos, problem } = unsent
  const old = isOld(unsent, Date.now())
  const sendNow = async () => {
    if (problem !== undefined || old) await again(unsent)
    await send()
  }
  return (
    <li className="grid gap-2 border-b border-soft p-4 last:border-b-0">
      <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {input.text}
      </p>
      {photos.length > 0 && (
        <p className="figures text-sm text-muted">{plural(outboxWords.photos, photos.length)}</p>
      )}
      {(problem ?? old) && (
        <p className="text-sm font-medium text-alarm">
          <span aria-hidden>✕ </span>
          {problem ?? outboxWords.old}
        </p>
      )}
      <div className="flex flex-wrap gap-x-5">
        <Button onClick={() => void sendNow().catch(() => undefined)}>{outboxWords.send}</Button>
        <Button tone="quiet" onClick={() => void outbox.remove(key)}>
          {outboxWords.discard}
        </Button>
      </div>
    </li>
  )
}

/** What was written and has not gone out, with what can be done about it. */
export function OutboxList() {
  const { unsent, send } = useOutbox()
  if (unsent.length === 0) return null
  return (
    <section aria-labelledby="outbox" className="grid max-w-2xl gap-3">
      <h2 id="outbox" className="heading text-2xl">
        {outboxWords.title}
      </h2>
      <p className="text-muted">{outboxWords.what}</p>
      <ul aria-labelledby="outbox" className="border border-rule">
        {unsent.map((one) => (
          <Row key={one.key} unsent={one} send={send} />
        ))}
      </ul>
    </section>
  )
}
