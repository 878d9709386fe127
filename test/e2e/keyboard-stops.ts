import type { Page } from 'playwright-core'

/** Where the keyboard is: what a screen reader calls it, and what is wrong with how it shows. */
export interface Stop {
  readonly role: string
  readonly name: string
  /** Empty when the focus can be seen and nothing lies over it (WCAG 2.4.7, 2.4.11). */
  readonly problem: string
}

/** Presses Tab once and says where that led; null when it led out of the page. */
export async function nextStop(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab')
  return page.evaluate(describeFocus)
}

/**
 * Tabs until a control with this role and name has the focus. Fails when it cannot be reached, and when a stop on
 * the way does not show its focus.
 */
export async function tabTo(page: Page, role: string, name: RegExp | string, most = 250): Promise<void> {
  const wanted = (stop: Stop) =>
    stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))
  const passed: string[] = []
  for (let at = 0; at < most; at++) {
    const stop = await nextStop(page)
    if (stop === null) continue
    if (stop.problem !== '') throw new Error(`${stop.role} “${stop.name}”: ${stop.problem}`)
    if (wanted(stop)) return
    passed.push(`${stop.role} “${stop.name}”`)
  }
  throw new Error(`No ${role} ${String(name)} within ${most} stops of ${page.url()}: ${passed.join(', ')}`)
}

/** Every stop of a page once, from its beginning, at most `most` of them. */
export async function allStops(page: Page, most: number): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    window.scrollTo(0, 0)
  })
  for (let at = 0; at < most; at++) {
    const stop = await nextStop(page)
    if (stop === null) break
    stops.push(stop)
  }
  return stops
}

// Runs in the page: nothing from outside is in reach.
function describeFocus(): Stop | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  // These hide the control itself and draw it with its label.
  const drawn =
    element.matches('.usa-radio__input, .usa-checkbox__input') &&
    element.nextElementSibling instanceof HTMLElement
      ? element.nextElementSibling
      : element
  return { role: roleOf(element), name: nameOf(element), problem: problemWith(drawn, element) }

  function roleOf(control: HTMLElement): string {
    const given = control.getAttribute('role')
    if (given !== null) return given
    if (control instanceof HTMLInputElement)
      return control.type === 'radio' || control.type === 'checkbox' ? control.type : 'textbox'
    const byTag: Record<string, string> = {
      A: 'link',
      BUTTON: 'button',
      SELECT: 'combobox',
      TEXTAREA: 'textbox',
      SUMMARY: 'summary',
    }
    return byTag[control.tagName] ?? control.tagName.toLowerCase()
  }
  function nameOf(control: HTMLElement): string {
    const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : []
    const text = control.getAttribute('aria-label') ?? (labels[0] ?? control).textContent ?? ''
    return text.replaceAll(/\s+/g, ' ').trim()
  }
  function problemWith(shown: HTMLElement, control: HTMLElement): string {
    const styles = [getComputedStyle(control), getComputedStyle(shown), getComputedStyle(shown, '::before')]
    const visible = styles.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        outlineStyle === 'auto' ||
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
        boxShadow !== 'none',
    )
    if (!visible) return 'its focus cannot be seen'
    // The middle of what of it is inside the window.
    const inView = [...shown.getClientRects()].flatMap(({ left, top, right, bottom }) => {
      const [x1, y1] = [Math.max(left, 0), Math.max(top, 0)]
      const [x2, y2] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)]
      return x2 > x1 && y2 > y1 ? [[(x1 + x2) / 2, (y1 + y2) / 2] as const] : []
    })
    if (inView.length === 0) return 'it has the focus out of sight'
    const free = inView.some(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (shown.contains(top) || top.contains(shown))
    })
    return free ? '' : 'something lies over it'
  }
}
