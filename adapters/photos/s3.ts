import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { Final, Retryable } from '../../core/errors.ts'
import { checkKey, type PhotoStore } from './store.ts'

export type S3Options = {
  /** Of the bucket, path-style, with a prefix if wanted: https://s3.eu-central-1.example/snpd/photos */
  url: string
  region: string
  keyId: string
  secret: string
  timeoutMs?: number
}

type Asking = { method: 'PUT' | 'GET' | 'DELETE'; body?: Uint8Array }

/** One request with its tries. */
const TIMEOUT_MS = 15_000
/** After the first, of 5xx and 429, each a little later. */
const TRIES = 3

function unreachable(said: string, cause?: unknown): Retryable {
  return new Retryable({
    code: 'photo.store',
    message: `The store of photos does not answer (${said}).`,
    fix: 'Try again in a minute.',
    cause,
  })
}

function judge(status: number): void {
  if (status < 300 || status === 404) return
  if (status >= 500 || status === 429) throw unreachable(String(status))
  throw new Final({
    code: 'photo.store',
    message: `The store of photos refuses us (${status}).`,
    fix: 'Check PHOTOS_S3_URL, PHOTOS_S3_REGION, PHOTOS_S3_KEY_ID and PHOTOS_S3_SECRET, and this machine’s clock.',
  })
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw unreachable('half an answer', cause)
  })
  return new Uint8Array(bytes)
}

/**
 * Pictures in a bucket of S3 or what speaks its language, each request signed with SigV4, its body included (AWS: Signature
 * Version 4). The bucket needs no public access: pictures are read through us.
 */
export function openS3Photos({ url, region, keyId, secret, timeoutMs = TIMEOUT_MS }: S3Options): PhotoStore {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries: TRIES },
  })
  const base = url.replace(/\/+$/, '')
  const ask = async (key: string, { method, body }: Asking): Promise<Response> => {
    const headers: Record<string, string> = {
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(body && { 'content-type': 'image/webp' }),
    }
    const sent = { method, headers, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' as const }
    const response = await client
      .fetch(`${base}/${checkKey(key)}.webp`, body ? { ...sent, body: Buffer.from(body) } : sent)
      .catch((cause: unknown) => {
        throw unreachable('no answer', cause)
      })
    judge(response.status)
    return response
  }
  return {
    put: async (key, webp) => {
      const response = await ask(key, { method: 'PUT', body: webp })
      await response.body?.cancel()
      // To a bucket that is not there.
      if (response.status === 404) judge(400)
    },
    get: async (key) => {
      const response = await ask(key, { method: 'GET' })
      if (response.status !== 404) return bytesOf(response)
      await response.body?.cancel()
      return undefined
    },
    remove: async (key) => {
      await (await ask(key, { method: 'DELETE' })).body?.cancel()
    },
  }
}
