// What all parts of the options share: elements, and the words for faults.

import type { Fault } from "../content/messages";
import { message } from "../pages/page";

/** An element with its text or its children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...children);
  return made;
}

export function press(label: string, about: string, onPress: () => void): HTMLButtonElement {
  const made = make("button", "", label);
  made.type = "button";
  made.setAttribute("aria-label", `${label}: ${about}`);
  made.addEventListener("click", onPress);
  return made;
}

/** What is wrong, and what helps, in one sentence. */
export function sayFault({ problem, detail }: Fault): string {
  return message(`options_fault_${problem.replaceAll("-", "_")}`, detail);
}

/** The same with its place. */
export function sayPlacedFault(fault: Fault): string {
  return fault.path === "" ? sayFault(fault) : message("options_fault_at", fault.path, sayFault(fault));
}

export function faultList(faults: readonly Fault[]): HTMLElement[] {
  return faults.map((fault) => make("li", "", sayPlacedFault(fault)));
}
