/**
 * One integer hash, written twice: here for JavaScript and as DuckDB macros for the millions of order lines. It uses only
 * 32-bit integer arithmetic, so the data are the same on every machine and every engine version.
 */

const firstMultiplier = 0x6a09e667
const secondMultiplier = 0x3c6ef373
const saltMultiplier = 0x9e3779b1

/**
 * A whole number in `0 … bound - 1` that depends only on its arguments.
 *
 * @param key - What is decided about: an account, an order, a line. Below 2^32.
 * @param salt - Which decision it is, so that two decisions about one key are independent. Below 2^21.
 */
export function draw(key: number, salt: number, bound: number): number {
  let mixed = (key ^ Math.imul(salt, saltMultiplier)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), firstMultiplier) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 14), secondMultiplier) >>> 0
  return ((mixed ^ (mixed >>> 16)) >>> 0) % bound
}

/** Chooses one element of a list; see {@link draw}. */
export function pick<element>(list: readonly element[], key: number, salt: number): element {
  const chosen = list[draw(key, salt, list.length)]
  if (chosen === undefined) throw new RangeError('pick: the list is empty')
  return chosen
}

/** DuckDB macros `draw(key, salt, bound)` and `pick(list, key, salt)` that agree with the functions above. */
export const drawMacros = `
  create or replace macro fold(x, bits) as xor(x, x >> bits);
  create or replace macro spread(x, multiplier) as (x * multiplier::ubigint) & 4294967295::ubigint;
  create or replace macro scramble(x) as fold(
    spread(fold(spread(fold(x, 15), ${firstMultiplier}), 14), ${secondMultiplier}), 16);
  create or replace macro salted(key, salt) as xor(key::ubigint, spread(salt::ubigint, ${saltMultiplier}));
  create or replace macro draw(key, salt, bound) as (scramble(salted(key, salt)) % bound::ubigint)::integer;
  create or replace macro pick(list, key, salt) as list[1 + draw(key, salt, len(list))];
`
