import type { Module } from '@swc/core'

/** A node of swc's tree, as far as is looked at here. */
type Node = { type: string } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Nodes right below, types left out. */
function below(node: Node): [string, Node][] {
  return Object.entries(node).flatMap(([key, value]) => {
    // A call's arguments stand in objects of their own that have no type.
    const all = [value]
      .flat(1)
      .map((each) => (isNode(each) ? each : ((each as { expression?: unknown })?.expression ?? each)))
    return all.filter(isNode).map((each): [string, Node] => [key, each])
  })
}

/** Attributes whose text is for programs. */
const technical =
  /^(className|d|viewBox|rel|style|href|src|id|type|role|sizes|media|accept|pattern|download|modalSize|preserveAspectRatio|strokeDasharray|transform|points|fill|stroke|autoComplete|autoCapitalize|inputMode|key|tone|size|as|data-.*|aria-(live|labelledby|describedby|controls|current|haspopup|atomic|relevant|sort))$/

const hasWords = (text: string) => /\p{L}{2}/u.test(text.replace(/&\w+;/g, ''))
/** "Loading", "two words"; not a name of a program's such as "polite". */
const looksSaid = (text: string) => /^\P{L}*\p{Lu}\p{Ll}|\p{L}\p{Ll}* \p{L}/u.test(text)
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

const quasis = (node: Node) =>
  below(node)
    .filter(([key]) => key === 'quasis')
    .map(([, each]) => String((each.cooked as { value?: string } | string) ?? each.raw ?? ''))

/** Texts that an expression may become where it stands in JSX. */
function becomes(node: Node): string[] {
  if (node.type === 'StringLiteral') return [String(node.value)]
  if (node.type === 'TemplateLiteral') return [quasis(node).join('…')]
  if (node.type === 'ConditionalExpression' || node.type === 'BinaryExpression')
    return below(node)
      .filter(([key]) => key !== 'test' && !(node.type === 'BinaryExpression' && key === 'left'))
      .flatMap(([, each]) => becomes(each))
  if (node.type === 'ParenthesisExpression') return below(node).flatMap(([, each]) => becomes(each))
  return []
}

function attributeName(node: Node): string {
  const name = node.name as { value?: string; name?: { value: string }; namespace?: { value: string } }
  return name.value ?? `${name.namespace?.value}-${name.name?.value}`
}

function textsIn(node: Node): string[] {
  if (node.type === 'JSXText') return hasWords(String(node.value)) ? [String(node.value)] : []
  if (node.type === 'JSXAttribute') {
    if (technical.test(attributeName(node))) return []
    return below(node).flatMap(([key, each]) =>
      key !== 'value' ? [] : each.type === 'StringLiteral' ? becomes(each).filter(looksSaid) : textsIn(each),
    )
  }
  const inner = below(node).flatMap(([, each]) => textsIn(each))
  if (node.type !== 'JSXExpressionContainer') return inner
  return [...inner, ...below(node).flatMap(([, each]) => becomes(each).filter(looksSaid))]
}

/** What a module shows in JSX without asking app/ui/messages for it. */
export const textsOf = (module: Module): string[] => textsIn(module as unknown as Node).map(squeeze)

const functions =
  /^(Function(Declaration|Expression)|ArrowFunctionExpression|ClassMethod|(Method|Getter|Setter)Property)$/

function readsIn(node: Node, names: ReadonlySet<string>): string[] {
  if (functions.test(node.type) || node.type === 'ImportDeclaration' || node.type.startsWith('Ts')) {
    // `x as const` and `x satisfies Y` are what is read, in a type's clothes.
    return /^Ts(As|Const|Satisfies|NonNull)/.test(node.type)
      ? below(node).flatMap(([, each]) => readsIn(each, names))
      : []
  }
  if (node.type === 'Identifier') return names.has(String(node.value)) ? [String(node.value)] : []
  return below(node)
    .filter(([key]) => key !== 'key' && !(node.type === 'MemberExpression' && key === 'property'))
    .flatMap(([, each]) => readsIn(each, names))
}

/** Words of app/ui/messages that a module reads as it is loaded: they stay in one language for every request. */
export function readsWhileLoading(module: Module): string[] {
  const imports = module.body.flatMap((each) =>
    each.type === 'ImportDeclaration' && !each.typeOnly && /\/messages\//.test(each.source.value)
      ? each.specifiers.map((one) => one.local.value)
      : [],
  )
  return readsIn(module as unknown as Node, new Set(imports))
}
