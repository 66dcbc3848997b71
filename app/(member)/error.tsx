'use client'
import { words } from '../ui/messages/pages/error.ts'
import { Button } from '../ui/parts/button.tsx'
import { ErrorNotice } from '../ui/parts/notice.tsx'

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="poster text-5xl">{words.thatBroke}</h1>
      <ErrorNotice error={error}>
        <Button className="justify-self-start" onClick={() => retry()}>
          {words.tryAgain}
        </Button>
      </ErrorNotice>
    </div>
  )
}
