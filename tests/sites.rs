//! Site descriptions: they parse, they do not claim each other's addresses, and the manifest asks for exactly them.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it says"
)]

use std::path::{Path, PathBuf};

use chaperone::sites::{Reach, Site, for_url, load_dir, parse};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sites() -> Vec<Site> {
    load_dir(&root().join("sites")).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn faults(edit: impl Fn(&mut serde_json::Value)) -> String {
    let text = std::fs::read_to_string(root().join("sites/x.json")).expect("sites/x.json");
    let mut value = serde_json::from_str(&text).expect("json");
    edit(&mut value);
    let faults = parse("x.json", &value.to_string()).expect_err("the edited file is accepted");
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_description_parses_and_names_a_known_surface() {
    let ids: Vec<_> = sites().into_iter().map(|site| site.id).collect();
    assert!(ids.contains(&"x".to_owned()) && ids.contains(&"facebook".to_owned()), "{ids:?}");
}

#[test]
fn every_site_rejects_the_addresses_of_all_others() {
    let sites = sites();
    for owner in &sites {
        for url in &owner.examples.is {
            let claimants: Vec<_> =
                sites.iter().filter(|site| site.is_at(url)).map(|site| &site.id).collect();
            assert_eq!(claimants, [&owner.id], "{url}");
            assert_eq!(for_url(&sites, url).map(|site| &site.id), Some(&owner.id), "{url}");
        }
    }
}

#[test]
fn at_most_one_description_fits_any_page() {
    let sites = sites();
    let fits_any = |site: &&Site| site.reach == Reach::Granted && site.signs.is_none();
    let ids: Vec<_> = sites.iter().filter(fits_any).map(|site| &site.id).collect();
    assert!(
        ids.len() <= 1,
        "{ids:?} have no signs, so only the first would ever run; tell them apart by signs"
    );
}

#[test]
fn subdomains_need_a_star_and_lookalikes_never_fit() {
    let pattern = |text: &str| text.parse::<chaperone::sites::MatchPattern>().expect(text);
    assert!(pattern("https://*.example.com/a/*").matches("https://b.example.com/a/c?d#e"));
    assert!(pattern("https://*.example.com/*").matches("https://example.com"));
    assert!(!pattern("https://*.example.com/*").matches("https://badexample.com/"));
    assert!(!pattern("https://example.com/*").matches("https://b.example.com/"));
    assert!(!pattern("https://example.com/*").matches("https://example.com@evil.test/"));
    assert!(pattern("https://example.com/*/end").matches("https://example.com/a/b/end"));
    assert!(!pattern("https://example.com/start").matches("https://example.com/start/more"));
}

#[test]
fn an_unknown_key_is_named_with_its_file() {
    let text = faults(|site| site["composers"][0]["bokes"] = "div".into());
    assert!(text.contains("sites/x.json: composers[0]") && text.contains("bokes"), "{text}");
}

#[test]
fn a_wrong_value_is_named_with_its_key() {
    let text = faults(|site| site["composers"][1]["surface"] = "billboard".into());
    assert!(text.contains("composers[1].surface") && text.contains("billboard"), "{text}");
    let text = faults(|site| site["matches"][0] = "https://x.com".into());
    assert!(text.contains("matches[0]") && text.contains("no match pattern"), "{text}");
}

#[test]
fn all_faults_of_a_well_formed_file_are_told_together() {
    let text = faults(|site| {
        site["id"] = "y".into();
        site["composers"][0]["boxes"][0]["css"] = "[role=\"dialog\"".into();
        site["account"][1]["css"] = serde_json::Value::Null;
        site["composers"][2]["boxes"][0]["why"] = "".into();
    });
    for part in ["id: ", "composers[0].boxes[0]: ", "account[1]: ", "composers[2].boxes[0]: `why`"] {
        assert!(text.contains(part), "{part} is missing from:\n{text}");
    }
}

#[test]
fn what_ships_in_the_page_has_no_reasons_and_no_examples() {
    for site in sites() {
        let shipped = serde_json::to_string(&site).expect("json");
        assert!(!shipped.contains("\"why\"") && !shipped.contains("\"examples\""), "{}", site.id);
    }
}
