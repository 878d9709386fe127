import { Arrow } from './arrow.tsx'
import type { ColumnOrders } from './list-definition.ts'

interface SortButtonProps<Order extends string> {
  readonly label: string
  readonly orders: ColumnOrders<Order>
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

/** The head of a column that sorts the list on the server, the other way round at the next press. */
export function SortButton<Order extends string>({ label, orders, order, onOrder }: SortButtonProps<Order>) {
  const { ascending, descending, first } = orders
  const active = order === ascending || order === descending
  const turned = order === ascending ? descending : ascending
  const next = active ? turned : first === 'descending' ? descending : ascending
  const arrow = order === ascending ? 'up' : 'down'
  return (
    <button type="button" className="sort-button" onClick={() => onOrder(next)}>
      {label}
      <Arrow to={active ? arrow : 'both'} />
      <span className="usa-sr-only">, {active ? 'turn the order round' : 'sort the list by this'}</span>
    </button>
  )
}
