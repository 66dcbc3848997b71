'use client'
import { offlineWords } from '../messages/en-offline.ts'
import { Button } from '../parts/button.tsx'

/** Asks again for the address that was asked for. */
export function TryAgain() {
  return (
    <Button tone="go" size="large" onClick={() => window.location.reload()}>
      {offlineWords.tryAgain}
    </Button>
  )
}
