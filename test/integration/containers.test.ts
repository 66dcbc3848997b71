import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseConfig } from '../../core/config.ts'
import { services } from '../../scripts/start/services.ts'
import { run } from '../support/cli.ts'
import {
  type ComposeService,
  documentsOf,
  isThere,
  isVariable,
  loadedBy,
  namesOf,
  readCompose,
  readEnv,
  textOf,
  yamlOf,
} from '../support/containers.ts'
import { databaseForTest } from '../support/database.ts'

const dockerfile = textOf('Dockerfile')
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json')))
/** What the image is asked to run, and what an operator runs in it. */
const commands = [
  ...['app/server.ts', 'indexer/main.ts', 'workers/main.ts'],
  ...[
    'migrate',
    'backup',
    'restore',
    'keys',
    'members',
    'pool',
    'deliveries',
    'targets',
    'releases',
    'karma',
  ].map((name) => `scripts/${name}.ts`),
]
/** What the image says of itself. */
const inImage = Object.fromEntries(
  [...dockerfile.matchAll(/([A-Z][A-Z_]+)=(\S+)/g)]
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name]) => isVariable(name)),
)

async function composed() {
  const { out } = await run('scripts/docker-env.ts', []).ended
  const values = readEnv(out)
  return { values, ...readCompose(values) }
}
const entryOf = ({ image, entrypoint, command }: ComposeService) =>
  image === 'snpd' && !entrypoint ? command?.[0] : undefined

test('the image holds every file and every package that its commands load, and none of them is for development', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)([\w.]+(?: [\w.]+)*) \S+$/gm)].flatMap(
    ([, names = '']) => names.split(' '),
  )
  const let_in = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  for (const command of commands) {
    const { files, packages } = loadedBy(command)
    expect(files.length).toBeGreaterThan(1)
    expect([command, packages.filter((name) => !(name in dependencies))]).toEqual([command, []])
    const rooms = [...new Set(files.map((file) => file.split('/')[0] ?? ''))]
    expect([command, rooms.filter((room) => !copied.includes(room) || !let_in.includes(room))]).toEqual([
      command,
      [],
    ])
  }
})

test('the image runs as nobody special, is asked how it is, and is given no secret when it is built', () => {
  const run = dockerfile.slice(dockerfile.indexOf('FROM base AS run'))
  expect(run).toMatch(/^USER node$/m)
  expect(run).toMatch(/^HEALTHCHECK /m)
  const stages = [...dockerfile.matchAll(/ AS (\w+)$/gm)].map(([, name]) => name)
  const used = [...dockerfile.matchAll(/--from=(\w+)/g)].map(([, name]) => name)
  expect(stages).toEqual(expect.arrayContaining(used))
  expect(Object.keys(inImage).filter((name) => /KEY|TOKEN|SECRET|PASSWORD|DATABASE/.test(name))).toEqual([])
  expect(dockerfile).not.toMatch(/^ARG /m)
  expect(textOf('.dockerignore').split('\n')[0]).toBe('*')
})

test('each service of compose is given all that it reads, by its own schema, and nothing that it does not read', async () => {
  const { services: all } = await composed()
  const ours = Object.entries(all).filter(([, service]) => entryOf(service))
  expect(ours.map(([name]) => name).sort()).toEqual(['contracts', 'indexer', 'migrate', 'web', 'workers'])
  for (const [name, service] of ours) {
    const entry = entryOf(service) ?? ''
    expect(isThere(entry)).toBe(true)
    const { environment } = service
    const known =
      entry === 'scripts/migrate.ts' ? Object.keys(environment).filter(isVariable) : namesOf(entry)
    expect([name, Object.keys(environment).filter((one) => !known.includes(one as never))]).toEqual([
      name,
      [],
    ])
    expect(() => parseConfig({ ...inImage, ...environment }, known as never)).not.toThrow()
    expect(JSON.stringify(service)).not.toContain('${')
  }
})

test('a secret reaches the services that npm start tells it to, and no other', async () => {
  const { services: all, values } = await composed()
  for (const name of ['web', 'workers', 'indexer'] as const) {
    const told = Object.keys(all[name]?.environment ?? {}).filter((one) => /KEY|DATABASE_URL/.test(one))
    expect([name, told.filter((one) => !(services[name].needs as readonly string[]).includes(one))]).toEqual([
      name,
      [],
    ])
  }
  expect(Object.keys(values).filter((name) => values[name] === '')).toEqual([])
})

test('what waits for another service waits for one that exists, and volumes are declared', async () => {
  const { services: all, volumes } = await composed()
  for (const [name, service] of Object.entries(all)) {
    const missing = Object.keys(service.depends_on ?? {}).filter((other) => !(other in all))
    const unknown = service.volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((one) => !(one in volumes))
    expect([name, missing, unknown]).toEqual([name, [], []])
    // Nothing is open to other machines; of ours nothing can write to its own code.
    expect([name, service.ports.filter((port) => !port.startsWith('127.0.0.1:'))]).toEqual([name, []])
    if (service.image === 'snpd') expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  }
})

// Kubernetes.

const named = z.object({ name: z.string() })
const variableShape = named.extend({
  value: z.string().optional(),
  valueFrom: z
    .object({
      secretKeyRef: named.extend({ key: z.string() }),
      configMapKeyRef: named.extend({ key: z.string() }),
    })
    .partial()
    .loose()
    .optional(),
})
const containerShape = named.extend({
  image: z.literal('snpd'),
  args: z.array(z.string()),
  env: z.array(variableShape).default([]),
  envFrom: z.array(z.object({ secretRef: named, configMapRef: named }).partial()).default([]),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources: z.object({
    requests: z.record(z.string(), z.string()),
    limits: z.object({ memory: z.string() }),
  }),
  volumeMounts: z.array(named).default([]),
})
const podShape = z.object({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.looseObject({ runAsNonRoot: z.literal(true) }),
  initContainers: z.array(containerShape).default([]),
  containers: z.array(containerShape),
  volumes: z.array(named).default([]),
})
const workloadShape = z.object({
  kind: z.enum(['Deployment', 'Job']),
  metadata: named,
  spec: z.object({ template: z.object({ spec: podShape }) }),
})
const kustomizationShape = z.object({
  resources: z.array(z.string()),
  configMapGenerator: z.array(named.extend({ literals: z.array(z.string()) })),
})
const kustomization = (folder: string) => kustomizationShape.parse(yamlOf(`k8s/${folder}/kustomization.yaml`))

const manifests = kustomization('base').resources.flatMap((file) => documentsOf(`k8s/base/${file}`))
const workloads = manifests.flatMap((document) => {
  const parsed = workloadShape.safeParse(document)
  const { kind } = z.object({ kind: z.string() }).parse(document)
  if (parsed.success) return [parsed.data]
  if (kind === 'Deployment' || kind === 'Job') throw parsed.error
  return []
})
const literals = Object.fromEntries(
  ['base', 'example']
    .flatMap((folder) => kustomization(folder).configMapGenerator)
    .flatMap(({ literals: lines }) => lines.map((line) => line.split(/=(.*)/s).slice(0, 2))),
)
/** What each secret must hold; the runbook lists the same. */
const secrets: Record<string, string[]> = {
  'snpd-migrate': ['DATABASE_URL', 'APP_DATABASE_URL', 'INDEXER_DATABASE_URL'],
  'snpd-indexer': ['INDEXER_DATABASE_URL', 'RPC_URL', 'WS_URL', 'METRICS_TOKEN'],
  'snpd-workers': [
    ...[
      'APP_DATABASE_URL',
      'REDIS_URL',
      'RPC_URL',
      'AWARDER_KEY',
      'RELAYER_KEY',
      'VAULT_KEYS',
      'CHECKOUT_KEYS',
    ],
    ...['VAPID_KEYS', 'PHOTOS_S3_KEY_ID', 'PHOTOS_S3_SECRET', 'METRICS_TOKEN'],
  ],
  'snpd-web': [
    ...[
      'APP_DATABASE_URL',
      'REDIS_URL',
      'RPC_URL',
      'JWT_KEY',
      'VAULT_KEYS',
      'CHECKOUT_PUBLIC_KEY',
      'VAPID_KEYS',
    ],
    ...['PHOTOS_S3_KEY_ID', 'PHOTOS_S3_SECRET', 'METRICS_TOKEN'],
  ],
}

test('each container of Kubernetes runs a command that exists, with what it reads and nothing else', async () => {
  const { values, services: composedServices } = await composed()
  const sample: Record<string, string> = {
    ...values,
    ...Object.assign({}, ...Object.values(composedServices).map(({ environment }) => environment)),
    ...{ PHOTOS_S3_KEY_ID: 'id', PHOTOS_S3_SECRET: 'secret' },
  }
  const told = (container: z.infer<typeof containerShape>) => ({
    ...Object.fromEntries(
      container.envFrom.flatMap(({ secretRef, configMapRef }) => [
        ...(secrets[secretRef?.name ?? ''] ?? []).map((name) => [name, sample[name] ?? '']),
        ...(configMapRef ? Object.entries(literals) : []),
      ]),
    ),
    ...Object.fromEntries(
      container.env.map(({ name, value, valueFrom }) => {
        const secret = valueFrom?.secretKeyRef
        if (secret) expect(secrets[secret.name]).toContain(secret.key)
        return [name, value ?? literals[name] ?? sample[name] ?? '']
      }),
    ),
  })
  expect(workloads.map(({ metadata }) => metadata.name)).toEqual(['migrate', 'web', 'indexer', 'workers'])
  expect(Object.keys(literals).filter((name) => !isVariable(name))).toEqual([])
  for (const { metadata, spec } of workloads) {
    const { initContainers, containers, volumes } = spec.template.spec
    for (const container of [...initContainers, ...containers]) {
      const [entry = ''] = container.args
      expect(isThere(entry)).toBe(true)
      const environment = told(container)
      const isMigration = entry === 'scripts/migrate.ts'
      const known = isMigration ? Object.keys(environment).filter(isVariable) : namesOf(entry)
      // The shared settings are more than one of them reads; keys and addresses are not.
      const foreign = Object.keys(environment).filter(
        (name) => !known.includes(name as never) && !(name in literals),
      )
      expect([metadata.name, foreign]).toEqual([metadata.name, []])
      expect(() => parseConfig({ ...inImage, ...environment }, known as never)).not.toThrow()
      const mounted = container.volumeMounts.filter(
        ({ name }) => !volumes.some((volume) => volume.name === name),
      )
      expect([metadata.name, mounted]).toEqual([metadata.name, []])
    }
  }
})

test('secrets are named in the runbook as they are wanted, and lie in no file', () => {
  const runbook = textOf('docs/runbooks/containers.md')
  for (const [secret, names] of Object.entries(secrets)) {
    const row = runbook.split('\n').find((line) => line.startsWith(`| \`${secret}\``)) ?? ''
    expect([secret, names.filter((name) => !row.includes(`\`${name}\``))]).toEqual([secret, []])
  }
  expect(manifests.filter((document) => (document as { kind?: string }).kind === 'Secret')).toEqual([])
})

test("workers are scaled by a question that the app's role can ask, of a deployment that is there", async () => {
  const shape = z.object({
    kind: z.literal('ScaledObject'),
    spec: z.object({
      scaleTargetRef: named,
      triggers: z.tuple([
        z.object({ type: z.literal('postgresql'), metadata: z.object({ query: z.string() }) }),
      ]),
    }),
  })
  const [scaled] = manifests.flatMap((document) => shape.safeParse(document).data ?? [])
  expect(workloads.map(({ metadata }) => metadata.name)).toContain(scaled?.spec.scaleTargetRef.name)
  const { app } = await databaseForTest()
  const [row] = await app.unsafe(scaled?.spec.triggers[0].metadata.query ?? '')
  expect(row).toEqual({ count: 0n })
})

test('CI runs what a newcomer runs', () => {
  const steps = z
    .object({
      jobs: z.object({ test: z.object({ steps: z.array(z.looseObject({ run: z.string().optional() })) }) }),
    })
    .parse(yamlOf('.github/workflows/ci.yml')).jobs.test.steps
  expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run'])
  expect(isThere('.ci/run')).toBe(true)
})

const hasKubectl = (() => {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
})()

test.runIf(hasKubectl)('kustomize builds the example, with its image and its names', () => {
  const built = execFileSync('kubectl', ['kustomize', 'k8s/example'], { encoding: 'utf8' })
  expect(built).toContain('image: images.example.org/snpd:1.0.0')
  expect(built).toContain('ORIGIN: https://snpd.example.org')
  expect(built).not.toMatch(/image: snpd$/m)
})
