/** Wrong arguments, or something that the person at the terminal can put right. Told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `lakefront serve --config <file> [--port 8787] [--host localhost] [--allow-origin <origin>]...
  Serves a gateway until Ctrl-C. Pages of the origins may call it, besides those of the configuration.

lakefront ask "<question>" [--then "<follow-up>"]... [--config <file>] [--url <address>] [--token <jwt>] [--approval <id>] [--json]
  Asks in the terminal. With --config on that configuration, else at the gateway that listens.
  With --approval the last question runs by a request that somebody has agreed to.
  Exit code: 0 answered, 3 asks back, 4 a source was unavailable, 5 somebody has to agree first, 1 anything else.

lakefront token --config <file> [--user <id>] [--tenant <id>] [--role <name>]... [--expires <seconds>]
  Prints an access token for trying things out.

lakefront audit verify --config <file> [--anchors <file>]
  Verifies the audit trail from its first entry to its anchored end. Exit code: 0 whole, 1 broken, naming the first link.

lakefront audit export --config <file> --tenant <id> [--format jsonl|openlineage]
  Prints a tenant's trail, an entry or an OpenLineage event a line.

lakefront audit key --config <file>
  Prints the public key that the trail is signed with.
`
