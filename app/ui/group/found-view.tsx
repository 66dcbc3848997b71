'use client'
import { useRouter } from 'next/navigation'
import { manageWords } from '../messages/en-groups.ts'
import { GroupForm } from './group-form.tsx'
import { useFound } from './hooks.ts'

/** Founds a group and goes to it. */
export function FoundView() {
  const router = useRouter()
  const found = useFound()
  return (
    <GroupForm
      send={manageWords.found}
      busy={found.isPending}
      error={found.error}
      onSend={(input) => found.mutate(input, { onSuccess: ({ slug }) => router.push(`/groups/${slug}`) })}
    />
  )
}
