import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { connect, type Sql } from '../../db/client.ts'

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

export type Ended = { code: number | null; out: string; err: string }
export type Command = {
  /** What it has printed so far. */
  said: () => string
  /** How it ended, and all it said. */
  ended: Promise<Ended>
  stop: () => Promise<Ended>
  /** SIGKILL, and gone. */
  kill: () => Promise<Ended>
  /** SIGSTOP, or SIGCONT after it. */
  freeze: (isFrozen: boolean) => void
}

/** One of our command lines, as a person's shell runs it, without a terminal. Killed when the test ends. */
export function run(script: string, args: string[], env: Record<string, string> = {}): Command {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH, HOME, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
  const stop = async () => {
    child.kill('SIGTERM')
    return ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    return ended
  }
  const freeze = (isFrozen: boolean) => void child.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT')
  return { said: () => out, ended, stop, kill, freeze }
}
