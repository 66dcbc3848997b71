import { createElement, type ReactNode } from 'react'
import type { GuideNode, GuideTag } from '../../../core/guide/node.ts'
import { guideWords } from '../messages/en-guild.ts'

const list = 'grid gap-1 pl-6 wrap-anywhere'
const heading = 'heading wrap-anywhere pt-2'

const looks: Partial<Record<GuideTag, string>> = {
  h3: `${heading} text-2xl`,
  h4: `${heading} text-xl`,
  h5: `${heading} text-lg`,
  h6: `${heading} text-base`,
  hr: 'border-rule',
  blockquote: 'grid gap-3 border-l-4 border-rule pl-4 text-muted',
  pre: 'figures whitespace-pre-wrap wrap-anywhere bg-panel p-3 text-sm',
  code: 'figures bg-panel px-1',
  ul: `${list} list-disc`,
  ol: `${list} list-decimal`,
  a: 'font-semibold underline underline-offset-4',
  table: 'w-max min-w-full text-left',
  thead: 'border-b border-rule',
  tr: 'border-b border-soft align-top',
  th: 'py-2 pr-4 font-semibold',
  td: 'py-2 pr-4',
}

/** Where a link leads, for whoever only sees what its writer calls it. */
function host(href: string, children: readonly GuideNode[]): ReactNode {
  const name = new URL(href).host
  if (children.some((node) => typeof node === 'string' && node.includes(name))) return null
  return <span className="text-sm font-normal text-muted"> ({name})</span>
}

function shown(node: GuideNode): ReactNode {
  if (typeof node === 'string') return node
  const { tag, href, start, children } = node
  const className = looks[tag]
  if (tag === 'hr' || tag === 'br') return createElement(tag, { className })
  if (tag === 'a' && href !== undefined)
    return createElement(
      'a',
      { className, href, rel: 'nofollow ugc noopener' },
      ...children.map(shown),
      host(href, children),
    )
  // A paragraph's own direction is that of what is written in it.
  const dir = tag === 'p' || tag === 'li' || tag.startsWith('h') ? 'auto' : undefined
  const element = createElement(tag, { className, start, dir }, ...children.map(shown))
  if (tag !== 'table') return element
  return createElement(
    'section',
    // Reached by the keyboard, which alone could not scroll it.
    { className: 'overflow-x-auto', tabIndex: 0, 'aria-label': guideWords.table },
    element,
  )
}

/** A guide's text as its writers meant it: elements of a short list, made one by one, and no HTML of theirs. */
export function GuideBody({ body }: { body: readonly GuideNode[] }) {
  return createElement(
    'div',
    { className: 'grid max-w-prose grid-cols-1 gap-4 wrap-anywhere' },
    ...body.map(shown),
  )
}
