import { words } from '../messages/member/saved.ts'

/** Says, also aloud, that it is done. */
export function Saved({ when, children = words.saved }: { when: boolean; children?: string }) {
  return (
    <p role="status" className="text-sm font-semibold">
      {when && `✓ ${children}`}
    </p>
  )
}
