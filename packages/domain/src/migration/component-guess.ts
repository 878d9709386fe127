/** A part of the department as a row may name it. */
export interface NamedComponent {
  readonly id: string
  readonly code: string
  readonly name: string
  /** The department itself: a label that says nothing about which of its parts runs an account. */
  readonly department: boolean
}

/** What a row says about whose account it is, in its own words. */
export interface ComponentClues {
  readonly handle: string
  readonly name: string
  readonly description: string
  readonly agencies: readonly string[]
}

// Names under which the parts of the department speak: phrases in any case, signs exactly as written, and how
// handles begin. Only what names one part and nothing else; a job title or a place is no name.
const WORDS: Readonly<
  Record<string, { phrases: readonly string[]; signs: readonly string[]; handles: readonly string[] }>
> = {
  CBP: {
    phrases: [
      'customs and border protection',
      'border patrol',
      'director of field operations',
      'office of field operations',
    ],
    signs: ['CBP', 'USBP', 'OFO'],
    handles: ['cbp', 'usbp'],
  },
  CISA: {
    phrases: ['cybersecurity and infrastructure security agency', 'us cert'],
    signs: ['CISA'],
    handles: ['cisa'],
  },
  FEMA: {
    phrases: ['federal emergency management agency', 'us fire administration'],
    signs: ['FEMA'],
    handles: ['fema'],
  },
  FLETC: { phrases: ['federal law enforcement training centers'], signs: ['FLETC'], handles: ['fletc'] },
  ICE: { phrases: ['immigration and customs enforcement'], signs: ['ICE'], handles: ['icegov', 'wwwicegov'] },
  OIG: { phrases: ['homeland security office of inspector general'], signs: ['DHSOIG'], handles: ['dhsoig'] },
  'S&T': { phrases: ['dhs science and technology'], signs: [], handles: ['dhsscitech'] },
  TSA: { phrases: ['transportation security administration'], signs: ['TSA'], handles: ['tsa', 'asktsa'] },
  USCG: { phrases: ['coast guard'], signs: ['USCG', 'USCGC'], handles: ['uscg'] },
  USCIS: { phrases: ['citizenship and immigration services'], signs: ['USCIS'], handles: ['uscis'] },
  USSS: { phrases: ['united states secret service'], signs: ['USSS'], handles: ['secretservice'] },
}

/**
 * The component a row of an external register belongs to, or null when that has to be assigned by a person.
 * The row's own words come first, because registers file accounts under the wrong agency; they count only when
 * they name exactly one component. Else the register's label counts, when it names exactly one component and no
 * foreign agency beside it. The bare department is never guessed.
 */
export function guessComponent(
  clues: ComponentClues,
  components: readonly NamedComponent[],
): NamedComponent | null {
  const parts = components.filter(({ department }) => !department)
  return (
    onlyOne(parts.filter((part) => isNamedIn(part, clues))) ?? onlyOne(labelled(clues.agencies, components))
  )
}

function isNamedIn(
  { code, name }: NamedComponent,
  { handle, name: title, description }: ComponentClues,
): boolean {
  const { phrases, signs, handles } = WORDS[code] ?? { phrases: [], signs: [code], handles: [] }
  const text = `${title} ${description}`
  const plain = plainWords(text)
  const written = new Set(text.split(/[^A-Za-z0-9]+/))
  return (
    [plainWords(name), ...phrases].some((phrase) => plain.includes(` ${phrase.trim()} `)) ||
    signs.some((sign) => written.has(sign)) ||
    handles.some((beginning) => handle.toLowerCase().startsWith(beginning))
  )
}

// A label is an agency's whole name. One of a foreign agency makes the row no component's alone.
function labelled(
  agencies: readonly string[],
  components: readonly NamedComponent[],
): readonly NamedComponent[] {
  const found = agencies.map((agency) =>
    components.find(({ code, name }) =>
      [withoutCountry(name), plainWords(code)].includes(withoutCountry(agency)),
    ),
  )
  return found.includes(undefined) ? [] : found.flatMap((part) => (part && !part.department ? [part] : []))
}

function onlyOne(parts: readonly NamedComponent[]): NamedComponent | null {
  const [first] = parts
  return first && parts.every(({ id }) => id === first.id) ? first : null
}

function withoutCountry(name: string): string {
  return plainWords(name).replace(/^ (?:us|united states) /, ' ')
}

// ` u s fire administration ` in small letters, abbreviations joined, one space around every word.
function plainWords(text: string): string {
  const joined = text.replaceAll(/\bU\. ?S\.?(?= |$)/gi, 'US').replaceAll('&', ' and ')
  return ` ${joined
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
}
