// Opens the popup: fills in the words at once, then lets the WASM bring it to life.
import init, { open_popup } from "../chaperone.js";

for (const element of document.querySelectorAll("[data-message]")) {
  element.textContent = chrome.i18n.getMessage(element.dataset.message);
}
document.documentElement.lang = chrome.i18n.getUILanguage();
init().then(open_popup);
