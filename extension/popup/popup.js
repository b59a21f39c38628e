// Opens the popup: fills in the words at once, then lets the WASM bring it to life.
import init, { open_popup } from "../chaperone.js";

for (const element of document.querySelectorAll("[data-message]")) {
  element.textContent = chrome.i18n.getMessage(element.dataset.message);
}
document.documentElement.lang = chrome.i18n.getUILanguage();

init({ module_or_path: chrome.runtime.getURL("chaperone_bg.wasm") })
  .then(open_popup)
  .catch(() => {
    document.getElementById("status-heading").textContent = chrome.i18n.getMessage(
      "popup_status_not_checking_here",
    );
    document.getElementById("status-detail").textContent = chrome.i18n.getMessage(
      "popup_status_broken_detail",
    );
  });
