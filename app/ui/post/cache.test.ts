import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Post, PostPage } from '../../../core/post/shape.ts'
import { addReply, asGone, changePost } from './cache.ts'
import { postsOf } from './posts-of.ts'

const post = (id: string, more: Partial<Post> = {}): Post => ({
  ...{ id, kind: 'intel', root_id: null, parent_id: null, text: `says ${id}`, gone: false },
  ...{ author: { pseudonym: 'sunny vole' }, anonymous: true, cell: null, place_name: null, store: null },
  ...{ sneakers: [], photos: [], likes: 0, up: 0, down: 0, replies: 0, hidden: false },
  mine: { liked: false, saved: false, vote: 0, author: false },
  ...{ created_at: '2026-05-01T10:00:00.000Z', edited_at: null, group_id: null },
  ...more,
})
const pages = (...lists: Post[][]) => ({
  pages: lists.map((items): PostPage => ({ items, next: null })),
  pageParams: lists.map(() => null),
})
const shown = (client: QueryClient, key: string[]) =>
  postsOf(client.getQueryData<ReturnType<typeof pages>>(key)?.pages ?? [])

test('what moved between two pages is shown once, where it was first', () => {
  const list = [post('a'), post('b')]
  expect(postsOf(pages(list, [post('b'), post('c')]).pages).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('a post changes in every list that shows it and keeps its place; what is gone keeps it too', () => {
  const client = new QueryClient()
  const lists = [
    ['posts', '/'],
    ['posts', 'saved'],
    ['replies', 'r'],
  ]
  for (const key of lists) client.setQueryData(key, pages([post('a')], [post('b'), post('c')]))
  client.setQueryData(['post', 'b'], post('b'))
  changePost(client, 'b', asGone)
  for (const key of lists) {
    expect(shown(client, key).map(({ id, gone }) => [id, gone])).toEqual([
      ...[
        ['a', false],
        ['b', true],
        ['c', false],
      ],
    ])
    expect(shown(client, key)[1]).toMatchObject({ text: '', author: null })
  }
  expect(client.getQueryData<Post>(['post', 'b'])?.gone).toBe(true)
})

test("one's own reply stands at the end of what is shown, once when the rest of the thread comes", () => {
  const client = new QueryClient()
  const mine = post('z', { root_id: 'r', parent_id: 'r', kind: null })
  client.setQueryData(['replies', 'r'], pages([post('a')]))
  addReply(client, mine)
  expect(shown(client, ['replies', 'r']).map(({ id }) => id)).toEqual(['a', 'z'])
  const { pages: all } = pages([post('a'), mine], [post('b'), mine])
  expect(postsOf(all).filter(({ id }) => id === 'z')).toHaveLength(1)
})
