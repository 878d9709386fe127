/** What the relay plugin's own fields and arguments say of themselves: the same words on every list. */
export const RELAY_WORDS = {
  idFieldOptions: { description: 'Global id.' },
  cursorFieldOptions: { description: 'Where it stands in the list: give it as after to go on behind it.' },
  nodeFieldOptions: { nullable: false, description: 'What stands there.' },
  edgesFieldOptions: { nullable: false, description: 'The page, in order.' },
  pageInfoFieldOptions: { description: 'Where the page begins and ends.' },
  hasNextPageFieldOptions: { description: 'Whether more follows.' },
  hasPreviousPageFieldOptions: { description: 'Whether something comes before.' },
  startCursorFieldOptions: { description: 'The first cursor of the page; null when it is empty.' },
  endCursorFieldOptions: { description: 'The last cursor of the page; null when it is empty.' },
  firstArgOptions: { description: 'How many, 1 to 100; 20 when not given.' },
  afterArgOptions: { description: 'Behind this cursor.' },
  lastArgOptions: { description: 'Refused: lists are paged forwards.' },
  beforeArgOptions: { description: 'Refused: lists are paged forwards.' },
} as const
