const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text has the form of a record's own id, so that nothing else ever reaches the database as one. */
export function isRecordId(text: string): boolean {
  return FORM.test(text)
}
