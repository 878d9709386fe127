import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startAlteredSite, type AlteredSite } from './altered-site.ts'
import { attributeValues, readPages, visibleText, type BuiltPage } from './read-pages.ts'

// Named by the tests of the ICT Testing Baseline for Web (Access Board), from which Trusted Tester is made.

let site: AlteredSite
let browser: Browser
let pages: BuiltPage[]

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startAlteredSite(), launchChromium()])
  pages = readPages(site.folder)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function open(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: { width: 1280, height: 800 },
  })
  try {
    const page = await context.newPage()
    await page.goto(path)
    await look(page)
  } finally {
    await context.close()
  }
}

/** What is wrong on which page, for a list that names every page. */
function wrongOn(judge: (page: BuiltPage) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => judge(page).map((problem) => `${page.path}: ${problem}`))
}

const TEMPLATES = [
  '/',
  '/search/',
  '/verify/',
  '/browse/',
  '/accounts/x-cbp/',
  '/components/fema/',
  '/contact/',
]

describe('by keyboard and on screen', () => {
  test('ICT Baseline 1 Keyboard: an account is found and checked without a mouse', async () => {
    await open('/', async (page) => {
      await tabTo(page, 'searchbox')
      await page.keyboard.type('cisacyber')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search/**')
      await page
        .getByRole('main')
        .getByRole('link', { name: /cisacyber/i })
        .first()
        .waitFor()
      await tabToLink(page, /cisacyber/i)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/accounts/**')
      await tabToLink(page, /check an account/i)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/verify/')
      await tabTo(page, 'textbox')
      await page.keyboard.type('x.com/cbp')
      await page.keyboard.press('Enter')
      await page.getByRole('status').getByRole('link', { name: 'See the entry' }).waitFor()
    })
  })

  test.each(TEMPLATES)('ICT Baseline 2 Focus: every stop of %s shows where it is', async (path) => {
    await open(path, async (page) => {
      const hidden: string[] = []
      for (let stop = 0; stop < 200; stop++) {
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(() => {
          const element = document.activeElement
          if (!(element instanceof HTMLElement) || element === document.body) return null
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
          const shown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
          return shown ? '' : element.outerHTML.slice(0, 120)
        })
        if (seen === null) break
        if (seen !== '') hidden.push(seen)
      }
      expect(hidden).toEqual([])
    })
  })

  test('ICT Baseline 4 Repetitive Content: the first stop of every template leads past what repeats', async () => {
    for (const path of TEMPLATES) {
      await open(path, async (page) => {
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.waitForURL('**#main-content')
        expect(await page.evaluate(() => document.querySelector(':target')?.tagName), path).toBe('MAIN')
      })
    }
  })

  test.each(TEMPLATES)('ICT Baseline 22 Resize: at 200 %% nothing of %s is cut off', async (path) => {
    await open(path, async (page) => {
      await page.setViewportSize({ width: 640, height: 400 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })
  })

  test('ICT Baseline 10 Forms: fields are named by their labels, and an empty check says what to do', async () => {
    await open('/verify/', async (page) => {
      expect(await page.getByRole('textbox').first().evaluate(nameOf)).not.toBe('')
      await page.getByRole('button', { name: 'Check' }).click()
      expect((await page.getByRole('status').textContent())?.trim()).not.toBe('')
    })
    await open('/search/', async (page) => {
      for (const field of await page.getByRole('main').locator('input:not([type=hidden]), select').all()) {
        expect(await field.evaluate(nameOf)).not.toBe('')
      }
    })
  })
})

describe('on every page', () => {
  test('ICT Baseline 6 Images: each has a text, or says that it has none to give', () => {
    expect(
      wrongOn(({ html }) =>
        [...withoutValues(html).matchAll(/<img\b[^>]*>/g)].flatMap(([tag]) =>
          /\salt(=|\s|>)/.test(tag) ? [] : [tag],
        ),
      ),
    ).toEqual([])
  })

  test('ICT Baseline 11 Page Titles: each page has one, and no other page of its language has the same', () => {
    const titles = Map.groupBy(pages, ({ language, html }) => `${language} ${titleOf(html)}`)
    const shared = [...titles].filter(([, same]) => same.length > 1)
    expect(shared.map(([title, same]) => [title, same.map(({ path }) => path)])).toEqual([])
    expect(wrongOn(({ html }) => (titleOf(html) === '' ? ['no title'] : []))).toEqual([])
  })

  test('ICT Baseline 12 Tables: each has a caption, and heads that say what they head', () => {
    expect(
      wrongOn(({ html }) =>
        [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].flatMap(([table]) => [
          ...(table.includes('<caption') ? [] : ['a table without a caption']),
          ...[...table.matchAll(/<th\b[^>]*>/g)].flatMap(([head]) => (head.includes('scope=') ? [] : [head])),
        ]),
      ),
    ).toEqual([])
  })

  test('ICT Baseline 13 Structure: one first heading, and no level left out', () => {
    expect(
      wrongOn(({ html }) => {
        const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
        const skipped = levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)
        return [
          ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one first heading']),
          ...(skipped.length === 0 ? [] : [`levels ${levels.join(' ')}`]),
        ]
      }),
    ).toEqual([])
  })

  test('ICT Baseline 14 Links: each has words of its own', () => {
    expect(
      wrongOn(({ html }) =>
        [...html.matchAll(/<a\b[^>]*>([\s\S]*?)<\/a>/g)].flatMap(([link, content = '']) => {
          const words = visibleText(`<body>${content}`).trim()
          const named = words !== '' || attributeValues(link, 'aria-label').some((label) => label !== '')
          return named && !/^(click here|here|more|aquí|más)$/i.test(words) ? [] : [link.slice(0, 120)]
        }),
      ),
    ).toEqual([])
  })

  test('ICT Baseline 15 Language: the page says its language', () => {
    expect(
      wrongOn(({ html, language }) =>
        html.includes(`<html lang="${language}"`) ? [] : ['another language'],
      ),
    ).toEqual([])
  })

  test('ICT Baseline 19 Frames and 9 Flashing: there are none', () => {
    expect(wrongOn(({ html }) => (/<(iframe|frame|marquee|blink)\b/.test(html) ? ['a frame'] : []))).toEqual(
      [],
    )
  })

  test('ICT Baseline 23 Multiple Ways: search and lists by several conditions lead from every page', () => {
    expect(
      wrongOn(({ html, language }) => {
        const start = language === 'es' ? '/es' : ''
        const hrefs = new Set([...attributeValues(html, 'href'), ...attributeValues(html, 'action')])
        return [`${start}/search/`, `${start}/accounts/`, `${start}/browse/`].filter((way) => !hrefs.has(way))
      }),
    ).toEqual([])
  })
})

/** Markup without the values of attributes, in which a record's text may look like a tag. */
function withoutValues(html: string): string {
  return html.replaceAll(/="[^"]*"/g, '=""')
}

function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? ''
}

function nameOf(element: Element): string {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
  return labels.map(({ textContent }) => textContent.trim()).join(' ')
}

async function tabTo(page: Page, role: 'searchbox' | 'textbox'): Promise<void> {
  const type = role === 'searchbox' ? 'search' : 'text'
  await tabUntil(page, role, (stop) => stop.tag === 'INPUT' && stop.type === type)
}

async function tabToLink(page: Page, name: RegExp): Promise<void> {
  await tabUntil(page, name.source, (stop) => stop.tag === 'A' && name.test(stop.text))
}

interface Stop {
  readonly tag: string
  readonly type: string
  readonly text: string
}

async function tabUntil(page: Page, wanted: string, isThere: (stop: Stop) => boolean): Promise<void> {
  for (let count = 0; count < 200; count++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => ({
      tag: document.activeElement?.tagName ?? '',
      type: document.activeElement?.getAttribute('type') ?? '',
      text: document.activeElement?.textContent ?? '',
    }))
    if (isThere(stop)) return
  }
  throw new Error(`No stop of the keyboard is ${wanted}.`)
}
