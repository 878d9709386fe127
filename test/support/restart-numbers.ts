import { restartNumbers } from './next-number.ts'

// Files of one worker share the modules, and each has a database of its own: long names would outgrow their platforms.
restartNumbers()
