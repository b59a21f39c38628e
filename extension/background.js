// The background's door: it listens at once, and keeps what arrives in order until the WASM is ready to take it.
import init, { background_event } from "./chaperone.js";

const waiting = [];
let handOver = (...event) => waiting.push(event);
const listen = (source, kind) => source.addListener((what, detail) => void handOver(kind, what, detail));
listen(chrome.runtime.onMessage, "notice");
listen(chrome.storage.onChanged, "storage");
listen(chrome.commands.onCommand, "command");
listen(chrome.runtime.onInstalled, "installed");
listen(chrome.permissions.onAdded, "granted");
listen(chrome.permissions.onRemoved, "revoked");
listen(chrome.tabs.onRemoved, "tab-closed");
chrome.runtime.onConnect.addListener((port) => {
  handOver("connect", port);
  port.onMessage.addListener((message) => handOver("message", port, message));
  port.onDisconnect.addListener(() => handOver("disconnect", port));
});
// Firefox has no such call; in Chromium a page that breaks into our content script could else read the settings.
chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
init({ module_or_path: chrome.runtime.getURL("chaperone_bg.wasm") }).then(() => {
  handOver = background_event;
  for (const event of waiting.splice(0)) background_event(...event);
});
