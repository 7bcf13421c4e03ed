/** Whether the fingers do it all: then the focus in a field brings up a keyboard that covers half the page. */
export const isTouch = (): boolean =>
  window.matchMedia("(hover: none) and (pointer: coarse)").matches;
