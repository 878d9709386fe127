export interface Issue {
  readonly path: string
  readonly message: string
}

/** Looks at a value from outside and notes what is wrong with it, under its path. */
export type ShapeCheck = (value: unknown, path: string, issues: Issue[]) => void

/** Text of 1 to `longest` printable ASCII characters; with `options`, one of them. */
export function textShape(longest: number, options?: readonly string[]): ShapeCheck {
  return (value, path, issues) => {
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value) || value.length > longest) {
      issues.push({ path, message: `expected 1 to ${longest} printable ASCII characters` })
    } else if (options && !options.includes(value)) {
      issues.push({ path, message: `expected one of ${options.join(', ')}` })
    }
  }
}

/** A whole number within bounds. */
export function numberShape(least: number, most: number): ShapeCheck {
  return (value, path, issues) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    if (!fits) issues.push({ path, message: `expected a whole number from ${least} to ${most}` })
  }
}

export const booleanShape: ShapeCheck = (value, path, issues) => {
  if (typeof value !== 'boolean') issues.push({ path, message: 'expected true or false' })
}

/** A list with `least` to `most` members. */
export function listShape(member: ShapeCheck, least: number, most: number): ShapeCheck {
  return (value, path, issues) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      issues.push({ path, message: `expected a list of ${least} to ${most}` })
      return
    }
    value.forEach((item, at) => member(item, `${path}[${at}]`, issues))
  }
}

/** An object with free names (letters only) and members of one shape. */
export function tableShape(member: ShapeCheck, most: number): ShapeCheck {
  return (value, path, issues) => {
    if (!isRecord(value) || Object.keys(value).length > most) {
      issues.push({ path, message: `expected an object of at most ${most} names` })
      return
    }
    for (const [name, item] of Object.entries(value)) {
      if (!/^[a-zA-Z]{1,30}$/.test(name))
        issues.push({ path: `${path}.${name}`, message: 'names are letters' })
      member(item, `${path}.${name}`, issues)
    }
  }
}

/** An object with exactly the `required` names, any of the `optional` ones, and no other. */
export function objectShape(
  required: Readonly<Record<string, ShapeCheck>>,
  optional: Readonly<Record<string, ShapeCheck>> = {},
): ShapeCheck {
  return (value, path, issues) => {
    if (!isRecord(value)) {
      issues.push({ path, message: 'expected an object' })
      return
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name)) {
        issues.push({ path: `${path}.${name}`, message: 'is not known here' })
      }
    }
    for (const [name, check] of Object.entries(required)) check(value[name], `${path}.${name}`, issues)
    for (const [name, check] of Object.entries(optional)) {
      if (value[name] !== undefined) check(value[name], `${path}.${name}`, issues)
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
