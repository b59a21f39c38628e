// How underlines look, which stand in the page and not in our shadow root.

/** An underline per severity: apart by shape as well as by color, and readable on a light and on a dark page. */
export const UNDERLINES = {
  stop: "underline wavy 2px #e5383b",
  fix: "underline solid 2.5px #e07a10",
  rethink: "underline dashed 2px #2f7de1",
  polish: "underline dotted 2px #0f968a",
} as const;

/** In forced colors the page's palette is the person's own; the shapes remain. */
export const FORCED_COLOR = "LinkText";
