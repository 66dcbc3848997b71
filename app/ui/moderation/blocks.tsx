'use client'
import type { Block } from '../../../core/moderation/shape.ts'
import { words } from '../messages/moderation/blocks.ts'
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
        <Mark>{block.kind === 'block' ? words.blocked : words.muted}</Mark>
        <span className="font-semibold">{block.username}</span>
      </span>
      <Button tone="quiet" busy={back.isPending} onClick={() => back.mutate()}>
        {words.letBackIn}
        <span className="sr-only">: {block.username}</span>
      </Button>
      {back.error && <ErrorNotice error={back.error} />}
    </li>
  )
}

/** Whom the member blocks and mutes, and the way back. */
export function Blocks() {
  return (
    <Answer query={useBlocks()} waiting={words.looking}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-muted">{words.nobodyTheMenuOf}</p>
        ) : (
          <ul aria-label={words.blockedAndMuted}>
            {items.map((block) => (
              <Row key={block.username} block={block} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
