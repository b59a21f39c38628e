//! Records for a spreadsheet or for another program.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::book::RecordBook;
use super::record::{Decision, Record};
use crate::engine::{AccountKind, Severity};

/// The columns, in order.
const COLUMNS: &str = "time,site,account,rule,severity,decision,reason,reach,consent,expires";

/// What records are exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ExportFormat {
    /// Comma-separated values with a head line, as RFC 4180 says.
    Csv,
    /// An array of objects with the same keys.
    Json,
}

impl RecordBook {
    /// All records as text. Every value is a word of ours, a code, a time or a plain id, so none needs quotes, and
    /// none begins a formula in a spreadsheet.
    #[must_use]
    pub fn export(&self, format: ExportFormat) -> String {
        let rows = self.records().iter().map(row);
        match format {
            ExportFormat::Csv => rows.fold(format!("{COLUMNS}\r\n"), |mut text, row| {
                let _ = write!(text, "{}\r\n", row.join(","));
                text
            }),
            ExportFormat::Json => {
                let objects: Vec<String> = rows.map(object).collect();
                format!("[{}\n]\n", objects.join(","))
            }
        }
    }
}

fn row(record: &Record) -> [String; 10] {
    let (reason, reach) = match record.decision {
        Decision::Overridden { reason } => (reason.name(), ""),
        Decision::Dismissed { reach } => ("", reach.name()),
        Decision::Held | Decision::ConsentGiven => ("", ""),
    };
    [
        record.at.to_string(),
        record.site.clone(),
        account_name(record.account_kind).to_owned(),
        record.rule.map(|rule| rule.to_string()).unwrap_or_default(),
        record.severity.map_or("", Severity::name).to_owned(),
        record.decision.name().to_owned(),
        reason.to_owned(),
        reach.to_owned(),
        record.consent.clone().unwrap_or_default(),
        record.expires.map(|day| day.to_string()).unwrap_or_default(),
    ]
}

fn object(row: [String; 10]) -> String {
    let value = |text: String| if text.is_empty() { "null".to_owned() } else { format!("\"{text}\"") };
    let pairs =
        COLUMNS.split(',').zip(row).map(|(column, text)| format!("    \"{column}\": {}", value(text)));
    format!("\n  {{\n{}\n  }}", pairs.collect::<Vec<_>>().join(",\n"))
}

fn account_name(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Practice => "practice",
        AccountKind::Personal => "personal",
        AccountKind::Unknown => "unknown",
    }
}
