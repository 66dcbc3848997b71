'use client'
import { words as texts } from '../messages/channel/push-switch.ts'
import { pushWords } from '../messages/en-channels.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import type { PushState } from '../push/hooks.ts'
import { usePush } from '../push/hooks.ts'

const words: Record<'checking' | 'on' | 'off', string> = {
  get checking() {
    return texts.askingThisBrowser
  },
  get on() {
    return texts.onAlertsComeTo
  },
  get off() {
    return texts.offThisBrowserRings
  },
}

function Cannot({ why }: { why: keyof typeof pushWords }) {
  return (
    <>
      <p className="font-semibold">
        {texts.cannotWorkHere} {pushWords[why].why}
      </p>
      <p className="text-muted">{pushWords[why].fix}</p>
    </>
  )
}

const isPressable = (state: PushState) => state.kind === 'on' || state.kind === 'off'

/** Push to this browser: on, off, or why not. */
export function PushSwitch() {
  const { state, change } = usePush()
  return (
    <div className="grid justify-items-start gap-3">
      <div role="status" className="grid gap-1">
        {state.kind === 'cannot' ? <Cannot why={state.why} /> : <p>{words[state.kind]}</p>}
      </div>
      {isPressable(state) && (
        <Button
          tone={state.kind === 'off' ? 'go' : 'plain'}
          busy={change.isPending}
          onClick={() => change.mutate(state.kind === 'off')}
        >
          {state.kind === 'off' ? texts.turnOnInThis : texts.turnOffInThis}
        </Button>
      )}
      {change.error && <ErrorNotice error={change.error} />}
    </div>
  )
}
