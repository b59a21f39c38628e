// The findings of one draft: kept in place while the person types on, until the next report replaces them.

import type { CheckedFinding } from "./messages";

const RANK = { polish: 0, rethink: 1, fix: 2, stop: 3 } as const;

export class Findings {
  readonly text: string;
  readonly list: readonly CheckedFinding[];

  constructor(text: string, list: readonly CheckedFinding[]) {
    this.text = text;
    this.list = list;
  }

  /** How many must be fixed before posting. */
  get stops(): number {
    return this.list.filter((finding) => finding.severity === "stop").length;
  }

  /** The words that a finding flags. */
  words(finding: CheckedFinding): string {
    return this.text.slice(finding.start, finding.end);
  }

  /** The gravest finding whose words touch an offset. */
  at(offset: number): CheckedFinding | null {
    return gravest(this.list.filter((finding) => finding.start <= offset && offset <= finding.end));
  }

  /** The first finding behind an offset, or the first of all. */
  after(offset: number): CheckedFinding | null {
    return this.list.find((finding) => finding.start > offset) ?? this.list[0] ?? null;
  }

  gravest(): CheckedFinding | null {
    return gravest(this.list);
  }

  without(isUnwanted: (finding: CheckedFinding) => boolean): Findings {
    return new Findings(
      this.text,
      this.list.filter((finding) => !isUnwanted(finding)),
    );
  }

  /** The findings of an edited text: those before the edit stay, those behind it move, those it touches go. */
  movedTo(text: string): Findings {
    const shorter = Math.min(text.length, this.text.length);
    let head = 0;
    while (head < shorter && text.charCodeAt(head) === this.text.charCodeAt(head)) head += 1;
    let tail = 0;
    while (
      tail < shorter - head &&
      text.charCodeAt(text.length - 1 - tail) === this.text.charCodeAt(this.text.length - 1 - tail)
    ) {
      tail += 1;
    }
    const behindEdit = this.text.length - tail;
    const shift = text.length - this.text.length;
    const moved = this.list.flatMap((finding) => {
      if (finding.end <= head) return [finding];
      if (finding.start < behindEdit) return [];
      const evidence = finding.evidence.filter((span) => span.start >= behindEdit);
      return [
        {
          ...finding,
          start: finding.start + shift,
          end: finding.end + shift,
          evidence: evidence.map((span) => ({ start: span.start + shift, end: span.end + shift })),
        },
      ];
    });
    return new Findings(text, moved);
  }
}

function gravest(list: readonly CheckedFinding[]): CheckedFinding | null {
  return list.toSorted((a, b) => RANK[b.severity] - RANK[a.severity])[0] ?? null;
}
