// One sentence on how things stand in this tab, and one on why.

import type { Checking, PageState } from "../content/messages";
import { message } from "../pages/page";

/** `tone` colors it. */
export interface Status {
  readonly heading: string;
  readonly detail: string;
  readonly tone: "wait" | "well" | "findings" | "off";
}

export const WAITING: Status = { heading: message("popup_status_wait"), detail: "", tone: "wait" };

export function off(detail: string): Status {
  return { heading: message("popup_status_not_checking_here"), detail, tone: "off" };
}

/**
 * `checking` is what the page says, or what is known better here: that its site or its tab is paused. `isUnguarded`:
 * what is checked there may be posted unheld.
 */
export function statusOf(
  { site_name: site, findings }: PageState,
  checking: Checking,
  isUnguarded: boolean,
): Status {
  switch (checking) {
    case "checking":
      if (isUnguarded) {
        return {
          heading: message("popup_status_unguarded"),
          detail: message("popup_status_unguarded_detail", site),
          tone: "findings",
        };
      }
      return {
        heading: message("popup_status_checking", site),
        detail: sayFindings(findings.length),
        tone: findings.length === 0 ? "well" : "findings",
      };
    case "no-composer":
      return {
        heading: message("popup_status_no_composer", site),
        detail: message("popup_status_no_composer_detail"),
        tone: "well",
      };
    case "paused":
      return {
        heading: message("popup_status_paused", site),
        detail: message("popup_status_paused_detail"),
        tone: "off",
      };
    case "tab-paused":
      return {
        heading: message("popup_status_tab_paused"),
        detail: message("popup_status_tab_paused_detail"),
        tone: "off",
      };
    case "not-checking-here":
      return off(message("popup_status_unknown_composer_detail", site));
    case "engine-silent":
      return off(message("popup_status_engine_silent_detail"));
  }
}

function sayFindings(count: number): string {
  if (count === 0) return message("popup_status_no_findings");
  return count === 1 ? message("popup_status_one_finding") : message("popup_status_findings", count);
}
