import type { TestApp } from '../create-test-app.ts'
import type { ComponentCode } from '../records.ts'

/** Makes a record on which a mutation succeeds for whoever may do it, and answers with the mutation's input. */
export type Arrange = (app: TestApp, component: ComponentCode) => Promise<Record<string, unknown>>

export const REASON = { reason: 'Because the test says so.' }

/** Somebody of the component whom no test lets decide anything. */
export function bystander(component: ComponentCode): string {
  return component === 'CBP' ? 'contractor-cbp' : 'author-fema'
}

/** A component's account manager. */
export function manager(component: ComponentCode): string {
  return component === 'CBP' ? 'manager-cbp' : 'manager-fema'
}
