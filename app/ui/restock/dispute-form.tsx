'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Restock } from '../../../core/restock/shape.ts'
import { request } from '../api/request.ts'
import { useStanding } from '../karma/hooks.ts'
import { words } from '../messages/restock/dispute-form.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { ReasonForm } from '../review/reason-form.tsx'

function useDispute(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      request({
        path: `/community/restocks/${id}/challenge`,
        shape: 'challenge',
        method: 'POST',
        body: { reason },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['karma'] }),
  })
}

/** For who is trusted enough: say that a confirmed report is not true, so that nothing is paid before somebody looked. */
export function DisputeForm({ restock }: { restock: Restock }) {
  const { data: standing } = useStanding()
  const dispute = useDispute(restock.id)
  if (!standing || standing.rights.challenges.limit === 0) return null
  if (dispute.data)
    return (
      <p role="status" className="text-sm font-semibold">
        {words.disputedNothingIsPaid} <Ago at={dispute.data.holds_until} />.
      </p>
    )
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
        {words.notTrue}
      </summary>
      <ReasonForm
        label={words.whatIsWrong}
        hint={words.aModeratorReadsThis}
        error={dispute.error}
        onReason={(reason) => dispute.mutate(reason)}
      >
        <Button type="submit" tone="alarm" busy={dispute.isPending}>
          {words.disputeIt}
        </Button>
      </ReasonForm>
    </details>
  )
}
