import { verify } from '@official-accounts/domain/directory/verify'
import { createVerifyReader } from './read-verify-index.ts'
import { paragraph } from './text-elements.ts'
import { verificationView } from './verification-view.ts'
import type { VerifyStrings } from './verify-strings.ts'

const directoryFor = createVerifyReader((path) => fetch(path))

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
  const strings: VerifyStrings = JSON.parse(form.dataset['strings'] ?? '')
  return { form, input, result, strings }
}

let latest = 0

async function showAnswer({ input, result, strings }: VerifyPage): Promise<void> {
  const mine = ++latest
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
    const directory = await directoryFor(text)
    // Reading takes its time; the answer to an earlier input must not stand under a later one.
    if (mine === latest) result.replaceChildren(verificationView(verify(text, directory), directory, strings))
  } catch {
    if (mine === latest) result.replaceChildren(paragraph(strings.failed))
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
