//! The report as a page of its own, which loads nothing and runs nothing.

use std::fmt;
use std::io::{self, Write};

use super::super::flagged_post::FlaggedPost;
use super::super::journal::Line;
use super::super::tally::Tally;
use crate::engine;

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Chaperone: audit</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .4rem .6rem; text-align: start; vertical-align: top; }
  td:last-child { overflow-wrap: anywhere; }
</style>
<h1>Audit of old posts</h1>
"#;

/// A summary, then one row a finding or damaged record.
pub(super) fn write(
    tally: &Tally,
    lines: impl Iterator<Item = io::Result<Line>>,
    out: &mut impl Write,
) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    writeln!(
        out,
        "<p>{} posts checked: {} findings in {} posts; {} records could not be read. This is an aid, not legal advice.</p>",
        tally.posts, tally.findings, tally.flagged, tally.faults
    )?;
    writeln!(
        out,
        "<table><caption>Rules, by number of findings</caption><tr><th>Findings<th>Rule<th>What it says"
    )?;
    for (rule, count) in tally.by_rule() {
        let (code, id) = (rule.code.to_string(), rule.id);
        writeln!(out, "<tr><td>{count}<td>{} {}<td>{}", Escaped(&code), Escaped(id), Escaped(rule.summary))?;
    }
    writeln!(out, "</table>\n<h2>Findings</h2>\n<table><tr><th>Where<th>When<th>Severity<th>Rule<th>Words")?;
    for line in lines {
        match line? {
            Line::Flagged(post) => write_post(&post, out)?,
            Line::Fault(fault) => writeln!(
                out,
                "<tr><td>{} #{}<td><td>not read<td><td>{}",
                Escaped(&fault.part),
                fault.record,
                Escaped(&fault.what)
            )?,
            Line::Sitting(_) | Line::Closed(_) => {}
        }
    }
    writeln!(out, "</table>")
}

fn write_post(post: &FlaggedPost, out: &mut impl Write) -> io::Result<()> {
    for finding in &post.findings {
        let id = engine::find(&finding.rule).map_or("", |rule| rule.id);
        writeln!(
            out,
            "<tr><td>{} #{} {}<td>{}<td>{}<td>{} {}<td>{}<mark>{}</mark>{}",
            Escaped(&post.part),
            post.record,
            Escaped(post.post.as_deref().unwrap_or_default()),
            Escaped(post.at.as_deref().unwrap_or_default()),
            finding.severity.name(),
            Escaped(&finding.rule),
            id,
            Escaped(&finding.before),
            Escaped(&finding.words),
            Escaped(&finding.after),
        )?;
    }
    Ok(())
}

/// Text that stays text inside a page.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.0.split_inclusive(['<', '>', '&', '"', '\'']) {
            let (plain, mark) = match part.char_indices().next_back() {
                Some((at, '<')) => (part.get(..at), "&lt;"),
                Some((at, '>')) => (part.get(..at), "&gt;"),
                Some((at, '&')) => (part.get(..at), "&amp;"),
                Some((at, '"')) => (part.get(..at), "&quot;"),
                Some((at, '\'')) => (part.get(..at), "&#39;"),
                _ => (Some(part), ""),
            };
            f.write_str(plain.unwrap_or_default())?;
            f.write_str(mark)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn markup_in_a_post_is_shown_and_never_run() {
        let shown = Escaped("<script>alert(\"1\")</script> & 'more'").to_string();
        assert_eq!(shown, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;");
    }
}
