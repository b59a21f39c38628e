//! The manifest: no permission that is not needed, and nothing for a page to find the extension by.

use serde_json::Value;

use crate::tree::SourceFile;
use crate::violation::Violation;

/// `storage` keeps the settings; `scripting` runs the content script on hosts that the person allows one by one;
/// `activeTab` tells the popup the address of the tab whose toolbar button was pressed, so that it can offer its host.
const PERMISSIONS: &[&str] = &["storage", "activeTab", "scripting"];
/// Which hosts the person may be asked about, one at a time; none is readable before that.
const HOSTS: &[&str] = &["https://*/*"];
/// Keys that would widen what the extension may do or who may see it.
const UNWANTED: &[&str] = &[
    "web_accessible_resources",
    "externally_connectable",
    "optional_permissions",
    "host_permissions",
    "content_scripts_world",
    "sandbox",
    "devtools_page",
    "chrome_url_overrides",
];

/// Looks at `manifest.json`.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if file.path != "manifest.json" {
        return Vec::new();
    }
    let found = |what: String, remedy| Violation::new(file, line_of(file, &what), what, remedy);
    let Ok(manifest) = serde_json::from_str::<Value>(&file.text) else {
        return vec![found("is no JSON".to_owned(), "mend it")];
    };
    let mut violations = Vec::new();
    for key in UNWANTED.iter().filter(|key| manifest.get(key).is_some()) {
        violations.push(found((*key).to_owned(), "the extension works without it; PRIVACY.md says so"));
    }
    let asked = manifest.get("permissions").and_then(Value::as_array).cloned().unwrap_or_default();
    for permission in asked.iter().filter_map(Value::as_str).filter(|asked| !PERMISSIONS.contains(asked)) {
        violations.push(found(permission.to_owned(), "a new permission needs a line in PRIVACY.md and here"));
    }
    let hosts =
        manifest.get("optional_host_permissions").and_then(Value::as_array).cloned().unwrap_or_default();
    for host in hosts.iter().filter_map(Value::as_str).filter(|host| !HOSTS.contains(host)) {
        violations.push(found(host.to_owned(), "people are asked about hosts over TLS only"));
    }
    let policy =
        manifest.pointer("/content_security_policy/extension_pages").and_then(Value::as_str).unwrap_or("");
    for part in ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval';"] {
        if !policy.contains(part) {
            violations
                .push(found("extension_pages".to_owned(), "keep default-src 'none' and own scripts only"));
        }
    }
    if ["http:", "https:", "'unsafe-inline'", "'unsafe-eval'", "*"].iter().any(|part| policy.contains(part)) {
        violations.push(found("extension_pages".to_owned(), "nothing remote and nothing inline may load"));
    }
    violations
}

fn line_of(file: &SourceFile, word: &str) -> usize {
    file.lines().find(|(_, line)| line.contains(word)).map_or(1, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    fn violations(extra: &str, policy: &str) -> usize {
        let text = format!(r#"{{{extra} "content_security_policy":{{"extension_pages":"{policy}"}}}}"#);
        check(&SourceFile::planted("manifest.json", &text)).len()
    }

    #[test]
    fn wider_reach_is_found() {
        assert_eq!(violations("", POLICY), 0);
        assert_eq!(violations(r#""permissions": ["storage"],"#, POLICY), 0);
        assert_eq!(violations(r#""permissions": ["storage", "tabs"],"#, POLICY), 1);
        assert_eq!(violations(r#""optional_host_permissions": ["https://*/*"],"#, POLICY), 0);
        assert_eq!(violations(r#""optional_host_permissions": ["*://*/*"],"#, POLICY), 1);
        for key in UNWANTED {
            assert_eq!(violations(&format!(r#""{key}": [],"#), POLICY), 1, "{key}");
        }
        assert_eq!(violations("", &format!("{POLICY} https://example.com")), 1);
        assert_eq!(violations("", "script-src 'self' 'wasm-unsafe-eval';"), 1);
        assert_eq!(check(&SourceFile::planted("manifest.json", "{")).len(), 1);
    }
}
