import { fieldWords } from '../ui/words.ts'

/** An audit action as people read it: `account.confirmArchive` becomes `Account: confirm archive`. */
export function actionTitle(action: string): string {
  const [noun = action, verb] = action.split('.')
  return verb === undefined ? fieldWords(noun) : `${fieldWords(noun)}: ${fieldWords(verb).toLowerCase()}`
}
