import type { Random } from '../random.ts'

const looks =
  'amber ashen autumn blue brisk bronze calm chalky clever coastal copper coral cosmic dapper distant dusty early easy faded fleet foggy gentle golden hazy hidden humble idle indigo ivory jolly late lively lucky mellow merry misty modest mossy narrow nimble olive pale patient plucky polar proud quiet rapid rosy rusty sandy secret silent silver sleepy snowy solar steady stormy sunny swift tidy velvet wandering'.split(
    ' ',
  )
const animals =
  'badger bear beaver bison bobcat crane cricket deer dolphin dove eagle egret elk falcon ferret finch fox gecko goose hare hawk heron ibis jackal jay kestrel kiwi koala lark lemur lizard lynx magpie marten mole moose moth newt ocelot orca osprey otter owl panda pelican pigeon puffin quail rabbit raccoon raven robin salmon seal shrew sparrow squid stoat swan tern toad trout turtle viper vole walrus weasel wolf wren yak'.split(
    ' ',
  )
/** Names that are drawn before a number is added. */
const TRIES = 8

const draw = (random: Random) => `${looks[random(looks.length)]} ${animals[random(animals.length)]}`

/**
 * What an anonymous author is called in one thread. Drawn, not derived: no key, once known, tells whose it is, and the same
 * member's names in two threads have nothing in common. Pure.
 * @param taken the names of others in this thread
 */
export function drawPseudonym(random: Random, taken: ReadonlySet<string>): string {
  for (let tries = 0; tries < TRIES; tries++) {
    const name = draw(random)
    if (!taken.has(name)) return name
  }
  // More names than a thread has authors: one of them is free.
  const name = draw(random)
  let nth = 2
  while (taken.has(`${name} ${nth}`)) nth++
  return `${name} ${nth}`
}
