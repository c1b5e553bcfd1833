import { expect, test } from 'vitest'
import * as config from './config.ts'
import * as gateway from './index.ts'
import * as node from './node.ts'

test('exports', () => {
  expect(Object.keys(gateway).sort()).toEqual([
    'ConfigError',
    'GatewayError',
    'SemanticModelError',
    'createGateway',
    'createToken',
    'defineConfig',
    'loadConfig',
  ])
  expect(Object.keys(node).sort()).toEqual(['PortInUseError', 'serveGateway', 'toRequestListener'])
  expect(Object.keys(config).sort()).toEqual(['ConfigError', 'defineConfig'])
})
