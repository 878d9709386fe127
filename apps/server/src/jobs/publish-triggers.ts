const AFFECTS_DIRECTORY =
  /^((account|platform|migration|component)\.|incident\.(contained|noticePublished|noticeWithdrawn|resolved)$)/
const IS_URGENT =
  /^(account\.(suspended|contained)|platform\.(suspended|prohibited)|incident\.(contained|noticePublished))$/

/** Whether an event may change what the public sees. */
export function affectsDirectory(eventType: string): boolean {
  return AFFECTS_DIRECTORY.test(eventType)
}

/** Whether the public has to know at once: it must not go on trusting what is suspended or prohibited (IV.A.5). */
export function isUrgent(eventType: string): boolean {
  return IS_URGENT.test(eventType)
}
