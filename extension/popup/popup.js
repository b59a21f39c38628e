// Opens the popup: fills in the words at once, then lets the WASM bring it to life.
import init, { open_popup } from "../chaperone.js";

const say = (element, key) => {
  element.textContent = chrome.i18n.getMessage(key);
};

for (const element of document.querySelectorAll("[data-message]")) say(element, element.dataset.message);
document.documentElement.lang = chrome.i18n.getUILanguage();

init({ module_or_path: chrome.runtime.getURL("chaperone_bg.wasm") })
  .then(open_popup)
  .catch(() => {
    say(document.getElementById("status-heading"), "popup_status_not_checking_here");
    say(document.getElementById("status-detail"), "popup_status_broken_detail");
  });
