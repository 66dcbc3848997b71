import { type Post, type PostPage, postPageShape, postShape } from '../../core/post/shape.ts'
import { ask } from './http.ts'

/** Reads an answer as a post; what it says when it is none. */
export async function postOf(response: Response): Promise<Post> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return postShape.parse(await response.json())
}

export async function pageOf(response: Response): Promise<PostPage> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return postPageShape.parse(await response.json())
}

/** The community's part of one server's API. */
export function communityOf(origin: string) {
  const url = (path: string) => `${origin}/api${path}`
  const post = async (token: string, input: object = {}): Promise<Post> =>
    postOf(await ask(url('/community/posts'), { token, body: { kind: 'intel', text: 'Seen', ...input } }))
  const reply = async (token: string, id: string, input: object = {}): Promise<Post> =>
    postOf(await ask(url(`/community/posts/${id}/replies`), { token, body: { text: 'Seen too', ...input } }))
  const read = async (id: string, token?: string): Promise<Post> =>
    postOf(await ask(url(`/community/posts/${id}`), token === undefined ? {} : { token }))
  const page = async (path: string, token?: string): Promise<PostPage> =>
    pageOf(await ask(url(path), token === undefined ? {} : { token }))
  /** Every page of a list, one after the other, as ids. */
  const all = async (path: string, token?: string): Promise<string[]> => {
    const ids: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const cursor: string = next && `&cursor=${next}`
      const found: PostPage = await page(`${path}${cursor}`, token)
      ids.push(...found.items.map(({ id }) => id))
      next = found.next
    }
    return ids
  }
  const act = (method: 'PUT' | 'DELETE', path: string, { token, body }: { token: string; body?: object }) =>
    ask(url(path), { method, token, body })
  return { url, post, reply, read, page, all, act }
}
