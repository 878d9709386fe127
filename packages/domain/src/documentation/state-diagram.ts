import { actionsIn, nextStates, type StateMachine } from '../state-machine.ts'

/** A machine as a Mermaid state diagram: each arrow with the actions that take it, states without a way on are ends. */
export function stateDiagram(machine: StateMachine<string, string>): string {
  const states = Object.keys(machine.table)
  const arrows = states.flatMap((from) => {
    const actions = actionsIn(machine, from).map((action) => ({
      action,
      to: nextStates(machine, from, action),
    }))
    const targets = [...new Set(actions.flatMap(({ to }) => to))]
    return targets.map((to) => {
      const names = actions.filter((one) => one.to.includes(to)).map(({ action }) => action)
      return `  ${from} --> ${to}: ${names.join(', ')}`
    })
  })
  const ends = states.filter((state) => Object.keys(machine.table[state] ?? {}).length === 0)
  const lines = [
    ...(states[0] ? [`  [*] --> ${states[0]}`] : []),
    ...arrows,
    ...ends.map((end) => `  ${end} --> [*]`),
  ]
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n')
}
