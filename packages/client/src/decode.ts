// Apart from the rest, since it brings the Arrow decoder: for a worker that is handed the messages of a batch.
export { decodeBatch } from './results/decodeBatch.ts'
