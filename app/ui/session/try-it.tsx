'use client'
import { useMutation } from '@tanstack/react-query'
import { useClient, useMe } from '../api/hooks.ts'
import { words } from '../messages/session/try-it.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

async function tryIt() {
  const { signInWithBurner } = await import('./burner.ts')
  return signInWithBurner()
}

/** One press to a signed-in member, on the local demo only. */
export function TryIt({ next = '/' }: { next?: string }) {
  const { data: client } = useClient()
  const { data: me } = useMe()
  const signIn = useMutation({ mutationFn: tryIt, onSuccess: () => window.location.assign(next) })
  if (!client?.demo || me) return null
  return (
    <div className="grid gap-2">
      <Button
        tone="go"
        size="large"
        className="min-w-40 justify-self-start text-xl"
        busy={signIn.isPending || signIn.isSuccess}
        onClick={() => signIn.mutate()}
      >
        {words.tryIt}
      </Button>
      <p className="text-sm text-muted">{words.burnerWalletLocalDemo}</p>
      {signIn.error && <ErrorNotice error={signIn.error} />}
    </div>
  )
}
