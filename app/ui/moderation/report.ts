'use client'
import { useMutation } from '@tanstack/react-query'
import type { ReportInput } from '../../../core/moderation/shape.ts'
import type { CaseKind } from '../../../core/moderation/things.ts'
import { request } from '../api/request.ts'

/** What a member asks the moderators to look at. */
export type Reported = { kind: CaseKind; id: string }

/** A post has an address of its own for it. */
export function useReport({ kind, id }: Reported) {
  return useMutation({
    mutationFn: (input: ReportInput) =>
      kind === 'post'
        ? request({
            ...{ path: `/community/posts/${id}/report`, shape: 'nothing', method: 'POST', body: input },
          })
        : request({
            ...{
              path: '/moderation/reports',
              shape: 'nothing',
              method: 'POST',
              body: { ...input, kind, id },
            },
          }),
  })
}
