/** Whether nobody is at an element just now: nothing in it has the focus, is selected or is still being worked on. */
export function isAtRest(element: Element): boolean {
  if (element.matches(':focus-within') || element.querySelector('[aria-busy=true]')) return false
  const selection = selectionAround(element)
  return !selection || selection.isCollapsed || !selection.containsNode(element, true)
}

/** Chromium keeps one for each shadow tree. */
function selectionAround(element: Element): Selection | null {
  const root = element.getRootNode() as Document | (ShadowRoot & Partial<Pick<Document, 'getSelection'>>)
  return root.getSelection ? root.getSelection() : document.getSelection()
}
