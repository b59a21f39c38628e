// Shows findings as underlines, one way for text in the DOM and one for text fields.

import type { Findings } from "./findings";
import type { CheckedFinding } from "./messages";

export interface Painter {
  /** Underlines these findings and no others. */
  paint(findings: Findings): void;
  /** Where a painted finding is on the screen; empty when it is not painted. */
  rects(finding: CheckedFinding): readonly DOMRect[];
  /** Takes every underline away. */
  clear(): void;
}
