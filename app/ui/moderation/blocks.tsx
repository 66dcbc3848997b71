'use client'
import type { Block } from '../../../core/moderation/shape.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useBlocks, useUnblock } from './hooks.ts'

function Row({ block }: { block: Block }) {
  const back = useUnblock(block.username)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-soft py-1.5">
      <span className="flex items-center gap-2">
        <Mark>{block.kind === 'block' ? 'blocked' : 'muted'}</Mark>
        <span className="font-semibold">{block.username}</span>
      </span>
      <Button tone="quiet" busy={back.isPending} onClick={() => back.mutate()}>
        Let back in<span className="sr-only">: {block.username}</span>
      </Button>
      {back.error && <ErrorNotice error={back.error} />}
    </li>
  )
}

/** Whom the member blocks and mutes, and the way back. */
export function Blocks() {
  return (
    <Answer query={useBlocks()} waiting="Looking">
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-muted">Nobody. The menu of a post has Mute and Block.</p>
        ) : (
          <ul aria-label="Blocked and muted">
            {items.map((block) => (
              <Row key={block.username} block={block} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
