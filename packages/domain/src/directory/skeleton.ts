import { confusableSteps } from './confusables-data.ts'

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Z}\u2800]/gu
const marks = /\p{M}/gu
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u,
]
const lookalikes = readSteps(confusableSteps)

/** Three reductions of one name, each coarser than the one before. */
export interface NameSkeleton {
  /** Equal for two names that look alike (Unicode Technical Standard 39, with case and accents folded). */
  readonly whole: string
  /** Without `.`, `_` and `-`. */
  readonly joined: string
  /** Without digits too. */
  readonly letters: string
}

export function nameSkeleton(name: string): NameSkeleton {
  const ascii = toAscii(name)
  return {
    whole: foldAscii(ascii),
    joined: foldAscii(ascii.replaceAll(/[._-]/g, '')),
    letters: foldAscii(ascii.replaceAll(/[._0-9-]/g, '')),
  }
}

/** The name without characters that show nothing: zero-width, bidirectional controls, fillers, spaces. */
export function withoutInvisible(name: string): string {
  return name.replaceAll(invisible, '')
}

/** Whether letters of more than one alphabet stand in one name. */
export function mixesScripts(name: string): boolean {
  return scripts.filter((script) => script.test(name)).length > 1
}

function toAscii(name: string): string {
  return [...name]
    .map((letter) => lookalikes.get(letter) ?? [...decompose(letter)].map(likeLetter).join(''))
    .join('')
}

function decompose(letter: string): string {
  return withoutInvisible(letter.normalize('NFKD')).replaceAll(marks, '')
}

// Platforms fold case, so a letter is as misleading as its twin in the other case.
function likeLetter(letter: string): string {
  const lower = letter.toLowerCase()
  return lookalikes.get(letter) ?? lookalikes.get(lower) ?? lookalikes.get(letter.toUpperCase()) ?? lower
}

function foldAscii(text: string): string {
  return text.replaceAll('vv', 'w').replaceAll('rn', 'm').replaceAll(/[1i|]/g, 'l').replaceAll('0', 'o')
}

function readSteps(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    const [target = '', ...steps] = line.split(' ')
    let point = 0
    for (const step of steps) table.set(String.fromCodePoint((point += Number.parseInt(step, 36))), target)
  }
  return table
}
