import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { freePort } from '../support/free-port.ts'
import { startAlteredSite, type AlteredSite } from './altered-site.ts'

const ATTEMPTS = 3
const GOALS = { accessibility: 1, performance: 0.95 }

let site: AlteredSite
let browser: Browser
let port: number

beforeAll(async () => {
  port = await freePort()
  ;[site, browser] = await Promise.all([startAlteredSite(), launchChromium(port)])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

interface Scores {
  readonly accessibility: number
  readonly performance: number
  /** Audits that cost accessibility points. */
  readonly barriers: readonly string[]
}

describe('Lighthouse finds the page accessible to the last point, and fast on a slow telephone', () => {
  test.each([
    ['the start page', '/'],
    ['an account', '/accounts/x-cbp/'],
    ['checking an account', '/verify/'],
  ])('%s', async (_name, path) => {
    const best = await bestScores(`${site.origin}${path}`)
    expect(best.barriers).toEqual([])
    expect(best.accessibility).toBe(GOALS.accessibility)
    expect(best.performance).toBeGreaterThanOrEqual(GOALS.performance)
  })
})

// What else runs on the machine slows a page and never speeds it up: the best of a few looks is the page's own.
async function bestScores(url: string): Promise<Scores> {
  let best: Scores | null = null
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const scores = await look(url)
    if (best === null || scores.performance > best.performance) best = scores
    if (best.performance >= GOALS.performance) break
  }
  if (best === null) throw new Error('Nothing was looked at.')
  return best
}

async function look(url: string): Promise<Scores> {
  const run = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: ['accessibility', 'performance'],
  })
  if (!run) throw new Error(`Lighthouse says nothing of ${url}.`)
  const { categories, audits, runtimeError } = run.lhr
  if (runtimeError) throw new Error(runtimeError.message)
  const weighed = categories['accessibility']?.auditRefs.filter(({ weight }) => weight > 0) ?? []
  return {
    accessibility: categories['accessibility']?.score ?? 0,
    performance: categories['performance']?.score ?? 0,
    barriers: weighed.filter(({ id }) => audits[id]?.score === 0).map(({ id }) => id),
  }
}
