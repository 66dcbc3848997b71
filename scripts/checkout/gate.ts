import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type OriginGate, openGate } from '../../adapters/retailers/gate.ts'
import { uuidv7 } from '../../core/id.ts'
import { refill, spend } from '../../core/manners/budget.ts'
import { mayEnter, type Waiting } from '../../core/manners/entry.ts'
import type { Admitted, GateStore } from '../../core/manners/gate.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import { leaveLine, queue } from './line.ts'
import { dropLock, isLocked, keepLock, takeLock } from './lock.ts'
import { type Memory, readMemory, writeMemory } from './memory.ts'

type Files = { lock: string; memory: string; line: string }

function filesOf(folder: string, origin: string): Files {
  const name = join(folder, createHash('sha256').update(origin).digest('hex').slice(0, 20))
  return { lock: `${name}.lock`, memory: `${name}.json`, line: `${name}.line` }
}

function ask(files: Files, origin: string, visitor: Visitor): Admitted | Waiting {
  const ahead = queue(files.line, visitor)
  const isHeld = isLocked(files.lock)
  const { left, ...known } = readMemory(files.memory)
  const now = Date.now()
  const state = { ...known, isHeld, until: isHeld ? now + 1 : left }
  const entry = mayEnter(state, { purpose: visitor.purpose, ahead, now })
  if (entry.kind === 'wait') return entry
  const lease = uuidv7()
  if (!takeLock(files.lock, lease)) return { kind: 'wait', ms: 300, why: 'busy' }
  leaveLine(files.line, visitor)
  // What the one before wrote down while we looked.
  const { budget, robots } = readMemory(files.memory)
  return { kind: 'in', key: { origin, lease }, budget: refill(budget, now), robots }
}

function change(file: string, with_: (memory: Memory) => Partial<Memory>): Memory {
  const memory = readMemory(file)
  const changed = { ...memory, ...with_(memory) }
  writeMemory(file, changed)
  return changed
}

function count(file: string, requests: number): Memory {
  const left = Date.now()
  return change(file, ({ budget }) => ({ left, budget: spend(budget, requests, left) }))
}

function openStore(folder: string): GateStore {
  const at = (origin: string) => filesOf(folder, origin)
  return {
    ask: async (origin, visitor) => ask(at(origin), origin, visitor),
    renew: async ({ origin, lease }, requests) => {
      if (!keepLock(at(origin).lock, lease)) return undefined
      return count(at(origin).memory, requests).budget
    },
    leave: async ({ origin, lease }, requests) => {
      if (keepLock(at(origin).lock, lease)) count(at(origin).memory, requests)
      dropLock(at(origin).lock, lease)
    },
    rest: async (origin, ms) => {
      const until = Date.now() + ms
      change(at(origin).memory, ({ notBefore }) => ({ notBefore: Math.max(notBefore, until) }))
    },
    keepRobots: async (origin, text) => {
      change(at(origin).memory, () => ({ robots: { text, at: Date.now() } }))
    },
    keepCrawlDelay: async (origin, crawlDelayMs) => {
      change(at(origin).memory, () => ({ crawlDelayMs }))
    },
  }
}

/** Made by us for us alone: nobody else may have put a folder or a link of theirs in its place. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

/**
 * The gate of the command line: every run of this person on this machine goes through it, whatever its journal.
 * @param shared a folder of the machine's, such as /tmp
 * @param own used where that one is not safe
 */
export function openDiskGate(shared: string, own: string): OriginGate {
  const folder = join(shared, `snpd-shops-${process.getuid?.() ?? 'me'}`)
  if (isOurs(folder)) return openGate(openStore(folder))
  const fallback = join(own, 'shops')
  mkdirSync(fallback, { recursive: true, mode: 0o700 })
  return openGate(openStore(fallback))
}
