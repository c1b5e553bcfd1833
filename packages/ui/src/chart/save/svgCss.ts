/**
 * Classes of a shape. Not the kit's `css`: its common ground sets every element's width and height, which for a
 * rectangle of a drawing are what it shows.
 */
export function svgCss(...names: readonly (string | undefined | false)[]): string {
  return names.filter(Boolean).join(' ')
}
