import { createDirectory, type Directory } from '@official-accounts/domain/directory/directory'
import { verify } from '@official-accounts/domain/directory/verify'
import { expandEntry } from './compact-entry.ts'
import { paragraph, verificationView } from './verification-view.ts'
import type { VerifyIndex } from './verify-index.ts'
import type { VerifyStrings } from './verify-strings.ts'

let loading: Promise<Directory> | undefined

/** Reads the index once; after a failure the next attempt reads it again. */
function loadDirectory(): Promise<Directory> {
  loading ??= fetchDirectory().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function fetchDirectory(): Promise<Directory> {
  const response = await fetch('/verify/index.json')
  if (!response.ok) throw new Error(`the index answered ${response.status}`)
  const index: VerifyIndex = await response.json()
  return createDirectory({ ...index, entries: index.entries.map(expandEntry) })
}

interface VerifyPage {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly result: HTMLElement
  readonly strings: VerifyStrings
}

function findPage(): VerifyPage | null {
  const form = document.querySelector<HTMLFormElement>('form[data-strings]')
  const input = form?.querySelector<HTMLInputElement>('input')
  const result = document.querySelector<HTMLElement>('[data-result]')
  if (!form || !input || !result) return null
  const strings: VerifyStrings = JSON.parse(form.dataset.strings ?? '')
  return { form, input, result, strings }
}

async function showAnswer({ input, result, strings }: VerifyPage): Promise<void> {
  const text = input.value.trim()
  if (text === '') {
    result.replaceChildren(paragraph(strings.empty))
    input.focus()
    return
  }
  // The part after # stays in the browser; it makes the answer something to bookmark.
  history.replaceState(null, '', `#q=${encodeURIComponent(text)}`)
  result.replaceChildren(paragraph(strings.loading))
  try {
    const directory = await loadDirectory()
    result.replaceChildren(verificationView(verify(text, directory), directory, strings))
  } catch {
    result.replaceChildren(paragraph(strings.failed))
  }
}

/** The input a bookmark carries; null when it carries none that can be read. */
function bookmarkedInput(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('q')
}

function start(page: VerifyPage): void {
  function readBookmark(): void {
    const text = bookmarkedInput()
    if (text === null) return
    page.input.value = text
    void showAnswer(page)
  }
  page.form.hidden = false
  page.form.addEventListener('submit', (event) => {
    event.preventDefault()
    void showAnswer(page)
  })
  window.addEventListener('hashchange', readBookmark)
  readBookmark()
}

const page = findPage()
if (page) start(page)
