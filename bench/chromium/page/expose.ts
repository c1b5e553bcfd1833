/** Makes functions callable from outside the page. */
export function expose(functions: object): void {
  Object.assign(globalThis, { bench: functions })
}
