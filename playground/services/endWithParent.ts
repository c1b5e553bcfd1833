// Preloaded into every process that the start command spawns. The channel to the parent closes when the parent is gone,
// even after SIGKILL, and nothing that it started may live on: each such process leads a group with all that it started.
const graceMs = 5_000
const signalGroup = (signal: NodeJS.Signals) => process.kill(-process.pid, signal)

process.channel?.unref()
process.once('disconnect', () => {
  setTimeout(() => signalGroup('SIGKILL'), graceMs).unref()
  signalGroup('SIGTERM')
})
