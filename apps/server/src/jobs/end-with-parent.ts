// Loaded into a child before its own program: a server that is killed cannot end its children itself.
const EVERY_MS = 1_000
const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, EVERY_MS).unref()
