// The background's door. What wakes the background is delivered at once, to listeners that are there at once;
// what arrives before the WASM is ready waits here and is then handed over in order.
import init, { background_event } from "./chaperone.js";

const waiting = [];
let handOver = (...event) => waiting.push(event);
const listen = (source, kind) =>
  source.addListener((subject, detail) => void handOver(kind, subject, detail));
listen(chrome.runtime.onMessage, "notice");
listen(chrome.storage.onChanged, "storage");
listen(chrome.commands.onCommand, "command");
chrome.runtime.onConnect.addListener((port) => {
  handOver("connect", port);
  port.onMessage.addListener((message) => handOver("message", port, message));
  port.onDisconnect.addListener(() => handOver("disconnect", port));
});
init({ module_or_path: chrome.runtime.getURL("chaperone_bg.wasm") }).then(() => {
  handOver = background_event;
  for (const event of waiting.splice(0)) background_event(...event);
});
