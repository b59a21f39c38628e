//! Reads site descriptions from files and refuses what a page would trip over, naming file and key.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use super::reader::{Place, Reader};
use super::site::{Reach, Site};

/// What is wrong with one description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteError {
    file: String,
    key: String,
    fault: String,
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" | "." => write!(f, "{}: {}", self.file, self.fault),
            key => write!(f, "{}: {key}: {}", self.file, self.fault),
        }
    }
}

impl std::error::Error for SiteError {}

/// Every description of a folder, by file name, or every fault of all of them.
///
/// # Errors
/// One error for each file that cannot be read or parsed, and for each fault of the others.
pub fn load_dir(dir: &Path) -> Result<Vec<Site>, Vec<SiteError>> {
    let whole = |fault: std::io::Error| {
        let file = dir.display().to_string();
        vec![SiteError { file, key: String::new(), fault: format!("cannot be read: {fault}") }]
    };
    let mut paths = std::fs::read_dir(dir)
        .and_then(|entries| {
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()
        })
        .map_err(whole)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let (mut sites, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let parsed = std::fs::read_to_string(&path).map_err(|fault| {
            vec![SiteError {
                file: name.clone(),
                key: String::new(),
                fault: format!("cannot be read: {fault}"),
            }]
        });
        match parsed.and_then(|text| parse(&name, &text)) {
            Ok(site) => sites.push(site),
            Err(faults) => errors.extend(faults),
        }
    }
    if errors.is_empty() { Ok(sites) } else { Err(errors) }
}

/// One description. `file` is its name, which must be its id and `.json`.
///
/// # Errors
/// The place where it strays from the format; or, in a file of the right form, every fault.
pub fn parse(file: &str, text: &str) -> Result<Site, Vec<SiteError>> {
    let error = |key: String, fault: String| SiteError { file: format!("sites/{file}"), key, fault };
    let site: Site = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text))
        .map_err(|fault| vec![error(fault.path().to_string(), fault.inner().to_string())])?;
    let faults: Vec<_> = faults_of(&site, file).into_iter().map(|(key, fault)| error(key, fault)).collect();
    if faults.is_empty() { Ok(site) } else { Err(faults) }
}

fn faults_of(site: &Site, file: &str) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let mut fault = |key: &str, what: &str| faults.push((key.to_owned(), what.to_owned()));
    if file != format!("{}.json", site.id) {
        fault("id", "differs from the file's name; make them equal");
    }
    match (site.reach, site.matches.is_empty()) {
        (Reach::Listed, true) => {
            fault("matches", "is empty, which means \"run nowhere\"; name at least one address");
        }
        (Reach::Granted, false) => {
            fault("matches", "names addresses, but `reach` leaves that to the person; empty it");
        }
        _ => {}
    }
    if site.composers.is_empty() {
        fault("composers", "is empty; describe at least one composer, or leave the site out");
    }
    let is_without_examples = site.examples.is.is_empty() || site.examples.is_not.is_empty();
    if site.reach == Reach::Listed && is_without_examples {
        fault("examples", "must hold at least one address in `is` and one in `is_not`");
    }
    for url in site.examples.is.iter().filter(|url| !site.is_at(url)) {
        fault("examples.is", &format!("{url} fits none of `matches`"));
    }
    for url in site.examples.is_not.iter().filter(|url| site.is_at(url)) {
        fault("examples.is_not", &format!("{url} fits one of `matches`"));
    }
    let mut ids = BTreeSet::new();
    for (nth, composer) in site.composers.iter().enumerate() {
        let key = |field: &str| format!("composers[{nth}].{field}");
        if !ids.insert(&composer.id) {
            fault(&key("id"), &format!("\"{}\" is taken; give each composer its own", composer.id));
        }
        if composer.boxes.is_empty() {
            fault(&key("boxes"), "is empty; nothing would ever be checked");
        }
        if composer.submit.is_empty() && composer.submit_keys.is_empty() {
            fault(&key("submit"), "is empty, as is `submit_keys`; nothing could ever be held");
        }
        if composer.audience.last().is_none_or(|last| last.when_path.is_some()) {
            fault(&key("audience"), "needs a last entry without `when_path`");
        }
    }
    for (key, reader) in readers(site) {
        if let Some(what) = reader_fault(reader) {
            fault(&key, what);
        }
    }
    for (key, css, why) in selectors(site) {
        if let Some(what) = css_fault(css) {
            fault(&key, what);
        }
        if why.trim().len() < 10 {
            fault(&key, "`why` is too short to help whoever repairs this; say what the selector stands for");
        }
    }
    faults
}

fn reader_fault(reader: &Reader) -> Option<&'static str> {
    match (reader.from.needs_selector(), reader.css.is_some()) {
        (true, false) => Some("reads from many elements but has no `css` to choose one"),
        (false, true) => Some("has a `css` that its place does not use"),
        _ if reader.inside.is_some() && reader.from != Place::Around => {
            Some("has an `inside`, which only `around` uses")
        }
        _ => None,
    }
}

/// Every reader with its key.
fn readers(site: &Site) -> Vec<(String, &Reader)> {
    let mut all: Vec<_> =
        site.account.iter().enumerate().map(|(n, r)| (format!("account[{n}]"), r)).collect();
    for (nth, composer) in site.composers.iter().enumerate() {
        let fields = [
            ("replying_to", &composer.replying_to),
            ("author", &composer.author),
            ("rating", &composer.rating),
        ];
        for (field, list) in fields {
            let list = list.iter().flatten().enumerate();
            all.extend(list.map(|(n, reader)| (format!("composers[{nth}].{field}[{n}]"), reader)));
        }
    }
    all
}

/// Every selector with its key and its reason.
fn selectors(site: &Site) -> Vec<(String, &str, &str)> {
    let mut all = Vec::new();
    for (key, reader) in readers(site) {
        all.push((key.clone(), reader.css.as_deref().unwrap_or("*"), reader.why.as_str()));
        all.push((key, reader.inside.as_deref().unwrap_or("*"), reader.why.as_str()));
    }
    for (n, sign) in site.attachments.iter().enumerate() {
        all.push((format!("attachments[{n}]"), sign.css.as_str(), sign.why.as_str()));
    }
    for (n, sign) in site.signs.iter().flatten().enumerate() {
        all.push((format!("signs[{n}]"), sign.css.as_str(), sign.why.as_str()));
    }
    for (n, control) in site.account_switch.iter().flatten().enumerate() {
        all.push((format!("account_switch[{n}]"), control.css.as_str(), control.why.as_str()));
    }
    for (nth, composer) in site.composers.iter().enumerate() {
        let key = |field: &str, n: usize| format!("composers[{nth}].{field}[{n}]");
        let plain = [
            ("boxes", Some(&composer.boxes)),
            ("parts", composer.parts.as_ref()),
            ("scope", Some(&composer.scope)),
            ("when_scope_has", composer.when_scope_has.as_ref()),
        ];
        for (field, list) in plain {
            let list = list.into_iter().flatten().enumerate();
            all.extend(list.map(|(n, s)| (key(field, n), s.css.as_str(), s.why.as_str())));
        }
        let controls = [
            ("submit", Some(&composer.submit)),
            ("leads_on", composer.leads_on.as_ref()),
            ("not_posting", composer.not_posting.as_ref()),
        ];
        for (field, list) in controls {
            let list = list.into_iter().flatten().enumerate();
            all.extend(list.map(|(n, s)| (key(field, n), s.css.as_str(), s.why.as_str())));
        }
        let attached = composer.attachments.iter().flatten().enumerate();
        all.extend(attached.map(|(n, s)| (key("attachments", n), s.css.as_str(), s.why.as_str())));
    }
    all
}

/// A selector that no browser parses would stop the whole site; brackets and quotes are where hands slip.
fn css_fault(css: &str) -> Option<&'static str> {
    let (mut open, mut quote) = (Vec::new(), None);
    for c in css.chars() {
        match (quote, c) {
            (Some(q), _) if q == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '(') => open.push(c),
            (None, ']') if open.pop() != Some('[') => return Some("has a `]` that closes nothing"),
            (None, ')') if open.pop() != Some('(') => return Some("has a `)` that closes nothing"),
            _ => {}
        }
    }
    if css.split(">>>").any(|step| step.trim().is_empty()) {
        return Some("has an empty selector, or a `>>>` with nothing on one side");
    }
    (quote.is_some() || !open.is_empty()).then_some("has a selector with an open bracket or quote")
}
