import { debianPackages, install } from './install.ts'
import { findPostgres } from './postgres.ts'

try {
  const folder =
    findPostgres() ??
    install({
      what: 'Postgres',
      find: findPostgres,
      attempts: [debianPackages("Debian's postgresql", ['postgresql'])],
      advice: 'Install PostgreSQL 13 or newer, or set POSTGRES_BIN to the folder of its programs.',
    })
  console.error(`Postgres: ${folder}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
