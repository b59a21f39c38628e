// The findings of one draft: kept in place while the person types on, until the next report replaces them.

import type { Edit } from "./edit";
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

  /** What made it a finding, each once, where that is not just the flagged words. */
  evidence(finding: CheckedFinding): string[] {
    const words = finding.evidence.map(({ start, end }) => this.text.slice(start, end).trim());
    return [...new Set(words)].filter((word) => word !== "" && word !== this.words(finding));
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
  movedBy(edit: Edit, text: string): Findings {
    const moved = this.list.flatMap((finding) => {
      const place = edit.moved(finding);
      if (place === "touched") return [];
      const evidence = finding.evidence.map((span) => edit.moved(span)).filter((span) => span !== "touched");
      return [{ ...finding, ...place, evidence }];
    });
    return new Findings(text, moved);
  }

  /** With nothing left that waits for the end of a sentence. */
  revealed(): Findings {
    return new Findings(
      this.text,
      this.list.map((finding) => ({ ...finding, waits: false })),
    );
  }
}

function gravest(list: readonly CheckedFinding[]): CheckedFinding | null {
  return list.toSorted((a, b) => RANK[b.severity] - RANK[a.severity])[0] ?? null;
}
