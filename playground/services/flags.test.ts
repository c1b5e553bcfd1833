import { expect, test } from 'vitest'
import { parseFlags } from './flags.ts'

test('default', () => {
  expect(parseFlags([], '/home/ada')).toEqual({ ports: {}, help: false })
})

test('parameters: paths count from where the command was typed', () => {
  const flags = parseFlags(['--', '--config', 'mine.ts', '--data', '/srv/lake', '--gateway-port', '9000'], '/home/ada')
  expect(flags).toMatchObject({ config: '/home/ada/mine.ts', data: '/srv/lake', ports: { gateway: 9000 } })
})

test.each([
  [['--gateway-port', 'http'], '--gateway-port must be a port from 0 to 65535, not "http".'],
  [['--erp-port', '70000'], '--erp-port must be a port from 0 to 65535, not "70000".'],
  [['--scale', '0'], '--scale must be a number above 0 and up to 10, not "0".'],
  [['--gatway-port', '1'], "Unknown option '--gatway-port'"],
])('behavior: refuses %s', (args, message) => {
  expect(() => parseFlags(args, '/')).toThrow(message)
})
