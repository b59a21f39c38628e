//! `chaperone audit`: real shapes of export, damaged ones, and audits that were cut short.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::process::{Ran, run};

const FLAGGED: &str = "So proud of Marcus Bell for finishing chemo with us!";

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("audit").join(name);
    drop(fs::remove_dir_all(&path));
    fs::create_dir_all(&path).unwrap();
    path
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Audits an export and reads the JSON report.
fn audit(export: &Path) -> (Ran, Value) {
    let report = export.with_extension("report.json");
    let ran = run(&["audit", text(export), "--report", text(&report)], "");
    let report = fs::read(&report).unwrap_or_else(|_| panic!("no report: {}", ran.err));
    (ran, serde_json::from_slice(&report).unwrap())
}

fn words(report: &Value) -> Vec<&str> {
    let flagged = report["entries"].as_array().unwrap().iter().filter_map(|entry| entry.get("flagged"));
    flagged
        .flat_map(|post| post["findings"].as_array().unwrap())
        .map(|f| f["words"].as_str().unwrap())
        .collect()
}

fn faults(report: &Value) -> Vec<(u64, &str)> {
    let faults = report["entries"].as_array().unwrap().iter().filter_map(|entry| entry.get("fault"));
    faults.map(|fault| (fault["record"].as_u64().unwrap(), fault["what"].as_str().unwrap())).collect()
}

fn x_archive(posts: &[&str]) -> String {
    let tweets: Vec<Value> = posts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            json!({"tweet": {"id_str": at.to_string(), "created_at": "Wed Oct 10 20:19:24 +0000 2018", "full_text": text}})
        })
        .collect();
    format!("window.YTD.tweets.part0 = {}", serde_json::to_string_pretty(&tweets).unwrap())
}

#[test]
fn an_x_archive_is_read_from_its_folder_without_what_others_wrote() {
    let export = folder("x");
    write(
        &export,
        "data/tweets.js",
        x_archive(&[FLAGGED, "RT @a: Marcus Bell finished chemo with us", "Tips &amp; facts"]),
    );
    write(&export, "data/like.js", "window.YTD.like.part0 = []");
    let (ran, report) = audit(&export);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(report["posts"], 2);
    assert!(words(&report).iter().any(|words| words.contains("Marcus Bell")), "{report}");
    assert_eq!(report["entries"][0]["flagged"]["part"], "data/tweets.js");
    assert_eq!(report["entries"][0]["flagged"]["post"], "0");
    assert!(ran.out.contains("P1 named-patient"), "{}", ran.out);
}

#[test]
fn facebook_text_is_repaired_before_it_is_checked() {
    let export = folder("facebook");
    let mangled: String = format!("{FLAGGED} 💙").bytes().map(char::from).collect();
    let posts = json!([
        {"timestamp": 1_600_000_000, "title": "Lena Ruiz updated her status.", "data": [{"post": mangled}]},
        {"timestamp": 1_600_000_001, "data": [{"update_timestamp": 1}]},
    ]);
    let comments = json!({"comments_v2": [
        {"timestamp": 1, "data": [{"comment": {"timestamp": 1, "comment": "See you Monday!", "author": "Lena Ruiz"}}]},
    ]});
    write(&export, "posts/your_posts_1.json", posts.to_string());
    write(&export, "comments/comments.json", comments.to_string());
    let (_, report) = audit(&export);
    assert_eq!(report["posts"], 2);
    let after = report["entries"][0]["flagged"]["findings"][0]["after"].as_str().unwrap();
    assert!(after.ends_with('💙'), "{after}");
}

#[test]
fn instagram_captions_and_comments_are_read() {
    let export = folder("instagram");
    let posts = json!([
        {"media": [{"uri": "media/a.jpg", "creation_timestamp": 1, "title": FLAGGED}]},
        {"media": [{"uri": "media/b.jpg", "title": ""}, {"uri": "media/c.jpg", "title": ""}], "title": "Our new lobby"},
    ]);
    let comments =
        json!([{"string_map_data": {"Comment": {"value": "Congrats!"}, "Time": {"timestamp": 7}}}]);
    write(&export, "media/posts_1.json", posts.to_string());
    write(&export, "comments/post_comments_1.json", comments.to_string());
    let (_, report) = audit(&export);
    assert_eq!(report["posts"], 3);
    assert_eq!(report["flagged_posts"], 1);
}

#[test]
fn linkedin_and_youtube_tables_are_read_with_their_own_ways_of_quoting() {
    let export = folder("tables");
    write(
        &export,
        "Shares.csv",
        format!("Date,ShareLink,ShareCommentary\n2020-01-01,https://l/1,\"Good news\"\"\n\"\"{FLAGGED}\"\n"),
    );
    write(
        &export,
        "Comments.csv",
        format!("Date,Link,Message\n2020-01-01,https://l/2,\"They said \\\"wow\\\", so: {FLAGGED}\"\n"),
    );
    let segments = [
        format!("{{\"text\":\"Hi \"}},{{\"text\":\"{FLAGGED}\"}}"),
        format!("{{\"takeoutSegments\":[{{\"text\":\"{FLAGGED}\"}}]}}"),
    ];
    let rows = segments.map(|cell| format!("c1,2020-01-01,\"{}\"\n", cell.replace('"', "\"\"")));
    write(
        &export,
        "youtube/comments.csv",
        format!("Comment ID,Comment Create Timestamp,Comment Text\n{}", rows.concat()),
    );
    let (ran, report) = audit(&export);
    assert_eq!((ran.code, &report["posts"], &report["not_read"]), (1, &json!(4), &json!(0)), "{report}");
    assert_eq!(words(&report).iter().filter(|words| words.contains("Marcus Bell")).count(), 4, "{report}");
}

#[test]
fn plain_tables_and_json_lines_are_read() {
    let export = folder("plain");
    let table = write(&export, "old.csv", format!("id,date,text\n7,2019,\"{FLAGGED}\"\n8,2020,Hello\n"));
    let (_, report) = audit(&table);
    assert_eq!((&report["posts"], &report["entries"][0]["flagged"]["post"]), (&json!(2), &json!("7")));
    let lines = write(
        &export,
        "old.jsonl",
        format!("{}\n{}\n", json!({"id": "a", "text": FLAGGED}), json!({"id": "b", "texts": "x"})),
    );
    let (ran, report) = audit(&lines);
    assert_eq!(ran.code, 2);
    assert_eq!(faults(&report)[0].0, 2);
    assert!(faults(&report)[0].1.contains("texts"), "{report}");
}

#[test]
fn a_zip_file_is_read_as_it_is() {
    let folder = folder("zip");
    let path = folder.join("archive.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("data/tweets.js", options).unwrap();
    zip.write_all(x_archive(&[FLAGGED]).as_bytes()).unwrap();
    zip.start_file("data/photo.jpg", options).unwrap();
    zip.finish().unwrap();
    let (_, report) = audit(&path);
    assert_eq!((&report["posts"], &report["flagged_posts"]), (&json!(1), &json!(1)));
}

#[test]
fn a_damaged_record_is_named_and_the_rest_goes_on() {
    let export = folder("damaged");
    let good = x_archive(&["First", FLAGGED, FLAGGED, "Fourth"]);
    // The second record loses a quotation mark, the third a key.
    let bad = good.replacen("chemo with us!\"", "chemo with us!", 1).replacen(
        "\"id_str\": \"2\"",
        "\"id_str\": 2",
        1,
    );
    assert_ne!(good, bad);
    let (ran, report) = audit(&write(&export, "tweets.js", bad));
    assert_eq!(ran.code, 2);
    assert_eq!(report["posts"], 2);
    assert_eq!(faults(&report).iter().map(|(record, _)| *record).collect::<Vec<_>>(), [2, 3]);
    assert!(ran.out.contains("not read: tweets.js, record 2"), "{}", ran.out);

    let truncated = good.split_at(good.len() - 40).0;
    let (ran, report) = audit(&write(&export, "tweets-part1.js", truncated));
    assert_eq!(ran.code, 2);
    assert_eq!(report["posts"], 3);
    assert_eq!(faults(&report)[0].0, 4);
    assert!(faults(&report)[0].1.contains("ends in the middle"), "{report}");
}

#[test]
fn a_table_with_a_stray_quotation_mark_loses_only_what_is_near_it() {
    let export = folder("stray");
    let rows: String = (0..60_000).map(|n| format!("{n},Hello there, all\n")).collect();
    let table = format!("id,text\nbad,\"never closed\n{rows}last,{FLAGGED}\n");
    let (ran, report) = audit(&write(&export, "old.csv", table));
    assert_eq!(ran.code, 2);
    assert!(faults(&report)[0].1.contains("quotation mark"), "{report}");
    assert_eq!(report["flagged_posts"], 1);
}

#[test]
fn what_cannot_be_audited_says_what_can() {
    let export = folder("unknown");
    let ran = run(&["audit", text(&write(&export, "notes.docx", "PK"))], "");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("notes.docx") && ran.err.contains("tweets.js"), "{}", ran.err);
    let ran = run(&["audit", text(&export)], "");
    assert!(ran.err.contains("no file of posts"), "{}", ran.err);
    let ran = run(&["audit", text(&export.join("missing"))], "");
    assert!(ran.err.contains("missing"), "{}", ran.err);
    let table = write(&export, "old.csv", "text\nHello\n");
    let ran = run(&["audit", text(&table), "--report", text(&export.join("report.pdf"))], "");
    assert!(ran.err.contains(".html, .csv or .json"), "{}", ran.err);
}

#[test]
fn reports_for_people_and_spreadsheets_never_run_what_was_posted() {
    let export = folder("forms");
    let table = write(&export, "=cmd.csv", format!("id,text\n@a,\"<script>alert(1)</script> {FLAGGED}\"\n"));
    for form in ["html", "csv"] {
        let report = export.join(format!("report.{form}"));
        let ran = run(&["audit", text(&table), "--report", text(&report)], "");
        assert_eq!(ran.code, 1, "{}", ran.err);
        let written = fs::read_to_string(&report).unwrap();
        assert!(written.contains("Marcus Bell"), "{written}");
        match form {
            "html" => {
                assert!(!written.contains("<script") && written.contains("&lt;script&gt;"), "{written}")
            }
            _ => assert!(written.contains("'=cmd.csv") && written.contains("'@a"), "{written}"),
        }
    }
}

/// The audit is killed by the system in the middle of writing: no file may grow beyond what the shell allows.
#[test]
fn an_audit_that_was_cut_short_goes_on_where_it_stood() {
    let export = folder("resumed");
    let lines: String = (0..17_000)
        .map(|n| match n % 10 {
            0 => format!("{n},{FLAGGED} ({n})\n"),
            _ => format!("{n},Hello\n"),
        })
        .collect();
    let table = write(&export, "old.csv", format!("id,text\n{lines}"));
    let (whole, resumed) = (export.join("whole.csv"), export.join("resumed.csv"));
    assert_eq!(run(&["audit", text(&table), "--report", text(&whole)], "").code, 1);

    let killed = Command::new("bash")
        .args(["-c", "ulimit -f 300; exec \"$0\" audit \"$1\" --report \"$2\""])
        .args([env!("CARGO_BIN_EXE_chaperone"), text(&table), text(&resumed)])
        .output()
        .unwrap();
    assert_eq!(killed.status.code(), None, "a signal ends it");
    let journal = export.join("resumed.csv.part");
    let before = fs::read_to_string(&journal).unwrap();
    assert!(before.contains("\"closed\"") && !resumed.exists());

    let other = run(&["audit", text(&table), "--account", "practice", "--report", text(&resumed)], "");
    assert_eq!(other.code, 2);
    assert!(other.err.contains("--restart"), "{}", other.err);

    let ran = run(&["audit", text(&table), "--report", text(&resumed)], "");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(fs::read_to_string(&resumed).unwrap(), fs::read_to_string(&whole).unwrap());
    assert!(ran.out.starts_with("17000 posts in 1 file"), "{}", ran.out);
    assert!(!journal.exists());
}
