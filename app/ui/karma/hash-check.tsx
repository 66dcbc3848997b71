'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../messages/karma/hash-check.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

/** Hashes the text in this browser: the rules are what the chain names, or they are not. */
export function HashCheck({ hash, content }: { hash: string; content: string }) {
  const check = useMutation({
    mutationFn: async () => {
      const { textHash } = await import('../../../core/keccak.ts')
      return textHash(content)
    },
  })
  return (
    <div className="grid justify-items-start gap-3">
      <p className="figures wrap-anywhere text-sm">{hash}</p>
      <Button busy={check.isPending} onClick={() => check.mutate()}>
        {words.hashTheTextHere}
      </Button>
      {check.data && (
        <p
          role="status"
          className={`wrap-anywhere border p-3 text-sm ${check.data === hash ? 'border-rule' : 'border-l-8 border-alarm'}`}
        >
          <span className="font-semibold">
            {check.data === hash ? words.theTextHasThis : words.theTextHasAnother}
          </span>
          {check.data !== hash && <span className="figures block">{check.data}</span>}
        </p>
      )}
      {check.error && <ErrorNotice error={check.error} />}
    </div>
  )
}
