import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { checkPassword } from '../../core/auth/password.ts'
import { emailShape, usernameShape } from '../../core/member/shape.ts'
import { createMember } from '../../db/members/create.ts'
import { hashPassword } from '../auth/hash.ts'
import { passwordLogin } from '../auth/password-login.ts'
import { previousSession } from '../auth/session.ts'
import type { Api, Env } from './context.ts'
import { addressOf, credentialsOf } from './credentials.ts'
import { passwordShape } from './password-shape.ts'
import { answer, body, newRouter } from './router.ts'
import { signedInShape, signIn } from './signed-in.ts'

const registerRoute = createRoute({
  method: 'post',
  path: '/users/register',
  tags: ['auth'],
  summary: 'Become a member with email and password',
  description: 'The password has 15 to 128 characters; no rules of composition, spaces are fine.',
  request: {
    body: body(
      z
        .strictObject({
          username: usernameShape,
          email: emailShape,
          password: passwordShape,
        })
        .meta({ id: 'Registration' }),
    ),
  },
  responses: { 201: answer(signedInShape, 'A new member, signed in') },
})

const loginRoute = createRoute({
  method: 'post',
  path: '/users/login',
  tags: ['auth'],
  summary: 'Sign in with email or username and password',
  request: {
    body: body(
      z
        .strictObject({ login: z.string().trim().min(1).max(254), password: passwordShape })
        .meta({ id: 'Login' }),
    ),
  },
  responses: { 200: answer(signedInShape, 'Signed in') },
})

export function userRoutes(api: Api): OpenAPIHono<Env> {
  return newRouter()
    .openapi(registerRoute, async (c) => {
      const { username, email, password } = c.req.valid('json')
      const previous = await previousSession(api, credentialsOf(c))
      await checkPassword(password, { words: [username, email, ...email.split('@')], besideWallet: false })
      const passwordHash = await api.hashing(() => hashPassword(password))
      const memberId = await createMember(api.sql, { username, email, passwordHash })
      return c.json(await signIn(c, api, { memberId, previous }), 201)
    })
    .openapi(loginRoute, async (c) => {
      const previous = await previousSession(api, credentialsOf(c))
      const memberId = await passwordLogin(api, { ...c.req.valid('json'), address: addressOf(c) })
      return c.json(await signIn(c, api, { memberId, previous }), 200)
    })
}
