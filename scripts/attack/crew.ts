import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Final } from '../../core/errors.ts'
import type { Api } from './api.ts'

export type Account = { token: string; username: string; password: string }

const tokenShape = z.object({ token: z.string() })

/** Accounts that anybody can make. @throws Final `config.invalid` when the instance gives none */
export async function enlist(api: Api, count: number): Promise<Account[]> {
  const accounts: Account[] = []
  for (let nth = 0; nth < count; nth++) {
    const username = `drill_${randomBytes(6).toString('hex')}`
    const password = randomBytes(24).toString('base64url')
    const body = { username, email: `${username}@drill.invalid`, password }
    const { status, json } = await api('/users/register', { body })
    const parsed = tokenShape.safeParse(json)
    if (!parsed.success)
      throw new Final({
        code: 'config.invalid',
        message: `The instance gives the attacker no account (${status}).`,
        fix: 'Attack an instance of your own where people can register; after a 429 with more --patience: it gives so many an hour.',
      })
    accounts.push({ token: parsed.data.token, username, password })
  }
  return accounts
}

/** They leave, and take what they posted along. @returns those that the instance kept */
export async function dismiss(api: Api, accounts: readonly Account[]): Promise<string[]> {
  const kept: string[] = []
  for (const { token, username, password } of accounts) {
    const { status } = await api('/me', { method: 'DELETE', token, body: { password } })
    if (status !== 204) kept.push(username)
  }
  return kept
}
