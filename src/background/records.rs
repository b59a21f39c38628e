//! Keeps records of decisions where the practice wants them, and answers the page that shows them.

use crate::browser::{BrowserError, Kind, change, go_on_with, load, now, today, warn};
use crate::engine::{Checker, Config};
use crate::protocol::{Authorization, Consent, RecordsAnswer, RecordsAsk};
use crate::records::{ConsentDoubt, ConsentList, MOST_RECORDS, Record, RecordBook};
use crate::settings::{RecordKeeping, Switch};

/// Keeps records, if any are wanted, with the authorization that was named.
pub(super) fn keep(keeping: RecordKeeping, mut records: Vec<Record>, named: Option<Authorization>) {
    if keeping.switched == Switch::On {
        if let Some(Authorization { record, expires }) = named {
            let checker = Checker::new(Config::default());
            records.iter_mut().for_each(|one| one.name_authorization(&record, &expires, &checker));
        }
        go_on_with(async move {
            let kept = change(move |book: &mut RecordBook| {
                book.append(records);
                book.expire(now(), keeping.retention());
            });
            if let Err(error) = kept.await {
                warn(Kind::Browser(error));
            }
        });
    }
}

/// Takes away what has been kept for long enough, also when no new records are made.
pub(super) fn expire(keeping: RecordKeeping) {
    go_on_with(async move {
        if let Err(error) = kept_now(keeping).await {
            warn(Kind::Browser(error));
        }
    });
}

/// What speaks against relying on the authorization that is named, by the list; nothing where it cannot be read.
pub(super) async fn doubt(said: &Consent) -> Option<ConsentDoubt> {
    let named = said.authorization.as_ref()?;
    let list: ConsentList = load().await.map_err(|error| warn(Kind::Browser(error))).ok()?;
    list.doubt_in_post(&named.record, said.educational, today())
}

/// Does what the page wants.
pub(super) async fn answer(keeping: RecordKeeping, ask: RecordsAsk) -> RecordsAnswer {
    match try_answer(keeping, ask).await {
        Ok(answer) => answer,
        Err(error) => {
            warn(Kind::Browser(error));
            RecordsAnswer::Failed
        }
    }
}

async fn try_answer(keeping: RecordKeeping, ask: RecordsAsk) -> Result<RecordsAnswer, BrowserError> {
    Ok(match ask {
        RecordsAsk::List => listed(&kept_now(keeping).await?),
        RecordsAsk::Export { format } => {
            RecordsAnswer::Exported { text: kept_now(keeping).await?.export(format) }
        }
        RecordsAsk::Delete => listed(&change(|book| *book = RecordBook::default()).await?.0),
        RecordsAsk::ListConsents => consents(&load().await?),
        RecordsAsk::AddConsent { entry } => {
            // The engine as it comes: a patient may have the same name as somebody on the staff.
            match entry.read(&Checker::new(Config::default())) {
                Ok(consent) => match change(|list: &mut ConsentList| list.add(consent)).await? {
                    (list, Ok(())) => consents(&list),
                    (_, Err(fault)) => RecordsAnswer::Refused { fault },
                },
                Err(fault) => RecordsAnswer::Refused { fault },
            }
        }
        RecordsAsk::RevokeConsent { consent } => {
            consents(&change(move |list: &mut ConsentList| list.revoke(&consent, today())).await?.0)
        }
        RecordsAsk::RemoveConsent { consent } => {
            consents(&change(move |list: &mut ConsentList| list.remove(&consent)).await?.0)
        }
        RecordsAsk::CheckConsent { consent, channel, purpose } => {
            let list: ConsentList = load().await?;
            RecordsAnswer::Doubt { doubt: list.doubt(&consent, channel, purpose, today()) }
        }
    })
}

async fn kept_now(keeping: RecordKeeping) -> Result<RecordBook, BrowserError> {
    let mut book: RecordBook = load().await?;
    let days = keeping.retention();
    if book.expire(now(), days) {
        (book, _) = change(move |book: &mut RecordBook| book.expire(now(), days)).await?;
    }
    Ok(book)
}

fn listed(book: &RecordBook) -> RecordsAnswer {
    RecordsAnswer::Records { records: book.records().to_vec(), most: MOST_RECORDS }
}

fn consents(list: &ConsentList) -> RecordsAnswer {
    RecordsAnswer::Consents { consents: list.listed(today()) }
}
