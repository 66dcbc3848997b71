import { createElement, Suspense } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dispensable } from './dispensable.ts'

async function shown(load: Parameters<typeof dispensable>[0]): Promise<string> {
  const page = createElement(
    'main',
    null,
    'Words',
    createElement(Suspense, null, createElement(dispensable(load))),
  )
  const stream = await renderToReadableStream(page)
  await stream.allReady
  return (await new Response(stream).text()).replace(/<[^>]*>/g, '')
}

test('is there once its code is', async () => {
  expect(await shown(async () => () => createElement('p', null, ' and more'))).toContain('Words and more')
})

test('a page whose part cannot be had stands without it', async () => {
  expect(await shown(() => Promise.reject(new Error('ChunkLoadError')))).toBe('Words')
})
