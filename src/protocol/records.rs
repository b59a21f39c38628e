//! What the page of records and authorizations asks of the background, and what it is answered.

use serde::{Deserialize, Serialize};

use crate::records::{
    Channel, ConsentDoubt, ConsentEntry, ConsentFault, ExportFormat, ListedConsent, Purpose, Record,
};

/// One wish. Each says how things shall be, so that asking twice does no harm.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum RecordsAsk {
    /// List the records; answered with `records`.
    List,
    /// All records as text; answered with `exported`.
    Export {
        /// In which form.
        format: ExportFormat,
    },
    /// Delete all records; answered with `records`.
    Delete,
    /// List the authorizations; answered with `consents`.
    ListConsents,
    /// List one more; answered with `consents` or `refused`.
    AddConsent {
        /// As it was typed.
        entry: ConsentEntry,
    },
    /// An authorization has been taken back today; answered with `consents`.
    RevokeConsent {
        /// Its id.
        consent: String,
    },
    /// Take an authorization off the list; answered with `consents`.
    RemoveConsent {
        /// Its id.
        consent: String,
    },
    /// Whether an authorization can be relied on today; answered with `doubt`.
    CheckConsent {
        /// Its id.
        consent: String,
        /// Where something would be shown.
        channel: Channel,
        /// What for.
        purpose: Purpose,
    },
}

/// The answer to a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum RecordsAnswer {
    /// The records that are kept now.
    Records {
        /// Oldest first.
        records: Vec<Record>,
        /// When there are so many, the oldest go.
        most: usize,
    },
    /// All records as text.
    Exported {
        /// The whole file.
        text: String,
    },
    /// The authorizations that are listed now.
    Consents {
        /// In the order in which they were listed.
        consents: Vec<ListedConsent>,
    },
    /// What was typed is no authorization; nothing has changed.
    Refused {
        /// What is wrong with it.
        fault: ConsentFault,
    },
    /// Whether an authorization can be relied on.
    Doubt {
        /// What speaks against it; `null` when nothing does.
        doubt: Option<ConsentDoubt>,
    },
    /// The browser refused to read or to store.
    Failed,
}
