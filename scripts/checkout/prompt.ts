import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks the person at the terminal. Undefined where there is none. */
export type Prompt = {
  /** True only for a clear yes. */
  confirm: (question: string) => Promise<boolean>
  /** What is typed is not shown. */
  secret: (question: string) => Promise<string>
}

const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() })

async function ask(question: string, hidden: boolean): Promise<string> {
  process.stderr.write(`\r\x1b[K${question}`)
  const output = hidden ? silent() : process.stderr
  const line = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return (await line.question('')).trim()
  } finally {
    line.close()
    if (hidden) process.stderr.write('\n')
  }
}

export function openPrompt(): Prompt | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  return {
    confirm: async (question) => /^y(es)?$/i.test(await ask(question, false)),
    secret: (question) => ask(question, true),
  }
}
