import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { connect, type Sql } from '../../db/client.ts'
import { type Command, launch } from './command.ts'

/** A database with nothing in it, and its owner. Closed when the test ends. */
export async function emptyDatabase(): Promise<{ url: string; sql: Sql }> {
  const server = connect(inject('postgresUrl'), { name: 'test', max: 1 })
  const name = `t_${randomBytes(6).toString('hex')}`
  await server`create database ${server(name)}`
  await server.end()
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const sql = connect(url.href, { name: 'test', max: 2 })
  onTestFinished(() => sql.end({ timeout: 2 }))
  return { url: url.href, sql }
}

/** One of our command lines, killed when the test ends. */
export function run(script: string, args: string[], env: Record<string, string> = {}): Command {
  const command = launch(script, args, env)
  onTestFinished(() => void command.kill())
  return command
}
