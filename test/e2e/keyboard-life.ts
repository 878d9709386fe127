import type { Browser, Page } from 'playwright-core'
import { tabTo } from './keyboard-stops.ts'

const ACCOUNT = '/admin/accounts/x-fema'

/** What somebody does to the account with the keyboard alone, and the words that say it is done. */
interface Step {
  readonly persona: RegExp
  /** How the way to the action begins. */
  readonly from: 'MY_WORK' | 'ACCOUNT'
  readonly action: RegExp
  readonly fill?: (page: Page) => Promise<void>
  readonly send: string
  readonly done: string
}

const STEPS: readonly Step[] = [
  {
    persona: /^Persona Manager FEMA/,
    from: 'MY_WORK',
    action: /^Answer its checklist ?: .*\bfema\b/i,
    fill: answerChecklist,
    send: 'Keep these answers',
    done: 'The answers were kept.',
  },
  {
    persona: /^Persona Director FEMA/,
    from: 'MY_WORK',
    action: /^Endorse ?: .*\bfema\b/i,
    send: 'Endorse the request',
    done: 'The request was endorsed.',
  },
  {
    persona: /^Persona CIO/,
    from: 'MY_WORK',
    action: /^Attest security ?: .*\bfema\b/i,
    send: 'Record the attestation',
    done: 'The attestation was recorded.',
  },
  {
    persona: /^Persona OPA/,
    from: 'ACCOUNT',
    action: /^Give permission/,
    send: 'Give permission',
    done: 'Permission was given.',
  },
  {
    persona: /^Persona ASPA/,
    from: 'ACCOUNT',
    action: /^Approve/,
    send: 'Approve the account',
    done: 'The account was approved.',
  },
  {
    persona: /^Persona Director FEMA/,
    from: 'ACCOUNT',
    action: /^Name the primary contact/,
    fill: chooseManager,
    send: 'Name the primary contact',
    done: 'The primary contact was named.',
  },
  {
    persona: /^Persona Manager FEMA/,
    from: 'MY_WORK',
    action: /^Activate ?: .*\bfema\b/i,
    send: 'Activate the account',
    done: 'The account is active.',
  },
  {
    persona: /^Persona Manager FEMA/,
    from: 'ACCOUNT',
    action: /^Request retirement/,
    fill: (page) => type(page, /^Reason/, 'The campaign is over.'),
    send: 'Request retirement',
    done: 'Retirement was requested.',
  },
  {
    persona: /^Persona Manager FEMA/,
    from: 'MY_WORK',
    action: /^Confirm deactivation ?: .*\bfema\b/i,
    fill: (page) => type(page, /^What was seen/, 'The address says that there is no such account.'),
    send: 'Confirm deactivation',
    done: 'The deactivation was confirmed.',
  },
  {
    persona: /^Persona Records/,
    from: 'MY_WORK',
    action: /^Confirm archive ?: .*\bfema\b/i,
    fill: async (page) => {
      await type(page, /^Where the archive is kept/, 'Records storage, box 12')
      await type(page, /^SHA-256/, 'a'.repeat(64))
    },
    send: 'Confirm the archive',
    done: 'The archive was confirmed.',
  },
]

/** Leads a real account from its request to its retirement with the keyboard alone; fails where that is not possible. */
export async function liveByKeyboard(browser: Browser, url: string): Promise<void> {
  await request(await signInByKeyboard(browser, url, /^Persona Manager FEMA/))
  for (const step of STEPS) {
    const page = await signInByKeyboard(browser, url, step.persona)
    await takeStep(page, url, step)
    await page.context().close()
  }
}

// Without motion: a stop is judged where it comes to rest.
async function signInByKeyboard(browser: Browser, url: string, persona: RegExp): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${url}/auth/sign-in?returnTo=/admin/`)
  await tabTo(page, 'button', persona)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/admin/*`)
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
  return page
}

async function request(page: Page): Promise<void> {
  await tabTo(page, 'link', 'Accounts')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Request an account' }).waitFor()
  await tabTo(page, 'link', 'Request an account')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Request an account' }).waitFor()
  await type(page, /^Address of the account/, 'https://twitter.com/fema')
  await tabTo(page, 'combobox', /^Component/)
  await page.keyboard.type('FEMA')
  await type(page, /^Name/, 'FEMA')
  await type(page, /^Mission purpose/, 'Tells the public before, during and after disasters.')
  await type(page, /^Mission area/, 'Disaster response')
  await type(page, /^Why no existing account serves/, 'None reaches the same public.')
  await type(page, /^Audience/, 'Everybody in the United States.')
  await type(page, /^Official outlet/, 'www.fema.gov')
  await type(page, /^Comment policy/, 'www.fema.gov/comments')
  await type(page, /^Privacy notice/, 'www.fema.gov/privacy')
  await type(page, /^Language/, 'en')
  await type(page, /^Number of administrators/, '2')
  await type(page, /^How records are captured/, 'Every post is exported once a day.')
  await type(page, /^Who will administer it/, 'The duty editor and the deputy editor.')
  for (const question of [/^Will it remove/, /^Will it show/, /^Does it address/]) {
    await tabTo(page, 'combobox', question)
    await page.keyboard.type('No')
  }
  await tabTo(page, 'button', 'Send the request')
  await page.keyboard.press('Enter')
  await announced(page, 'The request was sent.')
  await page.context().close()
}

async function takeStep(page: Page, url: string, { from, action, fill, send, done }: Step): Promise<void> {
  if (from === 'ACCOUNT') {
    await page.goto(url + ACCOUNT)
    await page.getByRole('heading', { level: 1, name: 'FEMA' }).waitFor()
  }
  await page.getByRole('link', { name: action }).first().waitFor()
  await skipToContent(page)
  await tabTo(page, 'link', action)
  await page.keyboard.press('Enter')
  await page.locator('form.change-form').waitFor()
  await fill?.(page)
  await tabTo(page, 'button', send)
  await page.keyboard.press('Enter')
  await announced(page, done)
}

async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, 'link', 'Skip to main content')
  await page.keyboard.press('Enter')
}

async function type(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', field)
  await page.keyboard.type(text)
}

async function chooseManager(page: Page): Promise<void> {
  await type(page, /^Part of the name/, 'Persona Manager FEMA')
  await page.keyboard.press('Enter')
  await page.getByText(/found for/).waitFor()
  await tabTo(page, 'radio', /^Persona Manager FEMA/)
  await page.keyboard.press('Space')
}

async function answerChecklist(page: Page): Promise<void> {
  const asked = await page.locator('form.change-form select').count()
  for (let at = 0; at < asked; at++) {
    await tabTo(page, 'combobox', /./)
    await page.keyboard.type('Yes')
  }
}

// A result that only appears is no result to somebody who cannot see it.
async function announced(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}
