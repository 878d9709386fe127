let made = 0

/** A number no other record of this test file has: handles and names are made up from it. */
export function nextNumber(): number {
  made += 1
  return made
}

/** Begins with 1 again, for a file whose databases are empty. */
export function restartNumbers(): void {
  made = 0
}
