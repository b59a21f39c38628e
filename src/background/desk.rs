//! What pages of the extension ask for, done.

use super::state::post;
use super::{Background, records};
use crate::browser::{BrowserError, Kind, Port, SettingsStore, TabId, go_on_with, managed_policy, warn};
use crate::coach::reword;
use crate::protocol::{DeskReply, DeskRequest};
use crate::settings::{Change, Fault, StoredSettings};

impl Background {
    pub(super) fn serve(&self, port: Port, request: DeskRequest) {
        match request {
            DeskRequest::Change { id, change } => go_on_with(async move {
                let outcome = make(change).await;
                post(&port, &answer(id, outcome));
            }),
            DeskRequest::Import { id, text } => go_on_with(async move {
                let outcome = match StoredSettings::import(&text) {
                    Ok(imported) => put_in_place(imported).await,
                    Err(faults) => Ok(Err(faults)),
                };
                post(&port, &answer(id, outcome));
            }),
            DeskRequest::Export { id } => go_on_with(async move {
                let reply = match SettingsStore.load().await {
                    Ok(settings) => DeskReply::Exported { id, text: settings.to_text() },
                    Err(error) => failed(id, error),
                };
                post(&port, &reply);
            }),
            DeskRequest::JudgePhrase { id, phrase } => {
                let faults = self.state.borrow().judge_phrase(&phrase);
                post(&port, &DeskReply::Judged { id, faults });
            }
            DeskRequest::Try { id, text, context } => {
                post(&port, &self.state.borrow().try_out(id, &text, &context));
            }
            DeskRequest::LookAtTab { id, tab, site, account } => {
                let state = self.state.borrow();
                post(&port, &state.describe_tab(id, TabId(tab), site.as_deref(), account.as_ref()));
            }
            DeskRequest::SwitchTab { id, tab, switched } => {
                self.state.borrow_mut().switch_tab(TabId(tab), switched);
                post(&port, &DeskReply::Done { id });
            }
            DeskRequest::Reword { id, text, lists } => {
                post(&port, &DeskReply::Reworded { id, rewording: reword(&text, &lists) });
            }
            DeskRequest::Records { id, ask } => {
                let keeping = self.state.borrow().record_keeping();
                go_on_with(async move {
                    post(&port, &DeskReply::Records { id, answer: records::answer(keeping, ask).await });
                });
            }
            DeskRequest::CloseNotice => self.close_notice(),
        }
    }
}

/// Makes a change unless the organization has set what it changes. Stored, the browser tells every page of it.
pub(super) async fn make(change: Change) -> Result<Result<(), Vec<Fault>>, BrowserError> {
    let managed = managed_policy().await;
    if let Some(fault) = managed.refusal(&change) {
        return Ok(Err(vec![fault]));
    }
    SettingsStore
        .change(move |settings| {
            managed.found_on(settings, &change);
            settings.apply(change)
        })
        .await
}

async fn put_in_place(imported: StoredSettings) -> Result<Result<(), Vec<Fault>>, BrowserError> {
    SettingsStore
        .change(move |settings| {
            *settings = imported;
            Ok(())
        })
        .await
}

fn answer(id: u32, outcome: Result<Result<(), Vec<Fault>>, BrowserError>) -> DeskReply {
    match outcome {
        Ok(Ok(())) => DeskReply::Done { id },
        Ok(Err(faults)) => DeskReply::Refused { id, faults },
        Err(error) => failed(id, error),
    }
}

fn failed(id: u32, error: BrowserError) -> DeskReply {
    warn(Kind::Browser(error));
    DeskReply::Failed { id, is_full: error.is_full() }
}
