//! What the shipped code never does: read text as markup, run text as code, send anything, poll, or leak a listener.

use crate::layers::starts_a_word;
use crate::tree::SourceFile;
use crate::violation::Violation;

/// A call, and what to write instead.
struct Ban {
    call: &'static str,
    remedy: &'static str,
}

const MARKUP: &str = "build elements and set textContent";
const CODE: &str = "text is never run";
const NETWORK: &str = "nothing typed may leave the browser";
const POLLING: &str = "wait for an event";
const LEAK: &str = "keep it in the session, which drops it";

const BANS: &[Ban] = &[
    Ban { call: "innerHTML", remedy: MARKUP },
    Ban { call: "outerHTML", remedy: MARKUP },
    Ban { call: "insertAdjacentHTML", remedy: MARKUP },
    Ban { call: "createContextualFragment", remedy: MARKUP },
    Ban { call: "setHTMLUnsafe", remedy: MARKUP },
    Ban { call: "srcdoc", remedy: MARKUP },
    Ban { call: "document.write", remedy: MARKUP },
    Ban { call: "DOMParser", remedy: MARKUP },
    Ban { call: "set_inner_html", remedy: MARKUP },
    Ban { call: "set_outer_html", remedy: MARKUP },
    Ban { call: "insert_adjacent_html", remedy: MARKUP },
    Ban { call: "new Function", remedy: CODE },
    Ban { call: "XMLHttpRequest", remedy: NETWORK },
    Ban { call: "XmlHttpRequest", remedy: NETWORK },
    Ban { call: "WebSocket", remedy: NETWORK },
    Ban { call: "WebTransport", remedy: NETWORK },
    Ban { call: "RTCPeerConnection", remedy: NETWORK },
    Ban { call: "EventSource", remedy: NETWORK },
    Ban { call: "sendBeacon", remedy: NETWORK },
    Ban { call: "send_beacon", remedy: NETWORK },
    Ban { call: "fetch_with_str", remedy: NETWORK },
    Ban { call: "fetch_with_request", remedy: NETWORK },
    Ban { call: "setInterval", remedy: POLLING },
    Ban { call: "set_interval", remedy: POLLING },
    Ban { call: "mem::forget", remedy: LEAK },
    Ban { call: "localStorage", remedy: "pages can read it; settings belong in the extension's storage" },
];

/// Calls whose name is also an innocent word of Rust, so only scripts are searched.
const SCRIPT_BANS: &[Ban] = &[
    Ban { call: "eval(", remedy: CODE },
    Ban { call: "console.log", remedy: "nothing typed is logged; tests and the badge say what happens" },
    Ban { call: "console.debug", remedy: "nothing typed is logged; tests and the badge say what happens" },
];

/// Searches what ships.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if !(file.is_in("src") || file.is_in("extension")) || !file.is_code() {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for (number, line) in file.code_lines() {
        let scripts = if file.is_script() { SCRIPT_BANS } else { &[] };
        let mut found = |what: &str, remedy| {
            violations.push(Violation::new(file, number, format!("calls {what}"), remedy));
        };
        for ban in BANS.iter().chain(scripts).filter(|ban| starts_a_word(line, ban.call)) {
            found(ban.call, ban.remedy);
        }
        if line.contains(".forget()") {
            found(".forget()", LEAK);
        }
        // The extension may read its own files, and nothing else.
        if file.is_script() && starts_a_word(line, "fetch(") && !line.contains("fetch(chrome.runtime.getURL(")
        {
            found("fetch", NETWORK);
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(path: &str, text: &str) -> usize {
        check(&SourceFile::planted(path, text)).len()
    }

    #[test]
    fn every_banned_call_is_found_where_it_would_ship() {
        for ban in BANS {
            assert_eq!(
                violations("extension/content/card.ts", &format!("  x = {}", ban.call)),
                1,
                "{}",
                ban.call
            );
            assert_eq!(violations("src/background/mod.rs", &format!("    {};", ban.call)), 1, "{}", ban.call);
        }
        for ban in SCRIPT_BANS {
            assert_eq!(violations("extension/background.js", &format!("{}x)", ban.call)), 1, "{}", ban.call);
        }
        assert_eq!(violations("src/browser/port.rs", "closure.forget();"), 1);
        assert_eq!(violations("extension/content/port.ts", "await fetch(\"https://example.com\")"), 1);
    }

    #[test]
    fn reading_an_own_file_and_speaking_of_a_call_are_fine() {
        assert_eq!(violations("extension/background.js", "fetch(chrome.runtime.getURL(\"a.wasm\"))"), 0);
        assert_eq!(violations("extension/content/card.ts", "// innerHTML would be read as markup"), 0);
        assert_eq!(violations("tests/e2e/page.mjs", "document.body.innerHTML = page;"), 0);
        assert_eq!(violations("src/cli/mod.rs", "Command::Eval(eval) => retrieval(eval),"), 0);
    }
}
