//! Everything that can happen to the background, and how it is read from what the browser hands over.

use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{
    BrowserError, Command, Kind, Port, TabId, changes_settings, from_plain, sender_tab, tab_of,
};
use crate::engine::{AccountKind, Context, RuleCode};
use crate::protocol::{ActiveAccount, Checking, DismissReach, PORT_NAME, PageNotice, Request, TypingState};
use crate::settings::StoredSettings;

/// One event.
pub(super) enum Event {
    /// A page opened its port.
    Connected(Port),
    /// A port closed, with its composer or with its page.
    Disconnected(Port),
    /// A page wants a draft checked.
    CheckAsked(Port, PendingCheck),
    /// The user said whose account it is.
    AccountSet { account: ActiveAccount, account_kind: AccountKind },
    /// The user said that words are fine.
    WordsDismissed { rule: RuleCode, words: String },
    /// A page began or stopped checking.
    CheckingChanged(TabId, Checking),
    /// A shortcut was pressed in a tab.
    CommandPressed(Command, TabId),
    /// Somebody stored settings.
    SettingsChanged,
    /// The settings have been read.
    SettingsLoaded(StoredSettings),
    /// The browser refused to read the settings.
    SettingsUnreadable(BrowserError),
    /// Something happened that changes nothing here.
    OfNoConcern,
}

/// A check that has not been run yet.
pub(super) struct PendingCheck {
    pub(super) id: u32,
    pub(super) text: String,
    pub(super) context: Context,
    pub(super) account: ActiveAccount,
    pub(super) typing: Option<TypingState>,
}

impl Event {
    /// Reads an event by the name under which `background.js` registered it.
    pub(super) fn read(kind: &str, subject: JsValue, detail: JsValue) -> Result<Event, Kind> {
        match kind {
            "connect" => Ok(for_composer(subject.unchecked_into(), Event::Connected)),
            "disconnect" => Ok(for_composer(subject.unchecked_into(), Event::Disconnected)),
            "message" => {
                let request = from_plain(detail).ok_or(Kind::MalformedRequest)?;
                Ok(for_composer(subject.unchecked_into(), |port| Event::asked(port, request)))
            }
            "notice" => {
                let notice = from_plain(subject).ok_or(Kind::MalformedNotice)?;
                let PageNotice::CheckingChanged { checking } = notice;
                let tab = sender_tab(&detail).ok_or(Kind::MalformedNotice)?;
                Ok(Event::CheckingChanged(tab, checking))
            }
            "command" => {
                let command = subject.as_string().as_deref().and_then(Command::named);
                let tab = tab_of(&detail);
                Ok(command
                    .zip(tab)
                    .map_or(Event::OfNoConcern, |(command, tab)| Event::CommandPressed(command, tab)))
            }
            "storage" if changes_settings(&subject, &detail) => Ok(Event::SettingsChanged),
            "storage" => Ok(Event::OfNoConcern),
            _ => Err(Kind::UnknownEvent),
        }
    }

    fn asked(port: Port, request: Request) -> Event {
        match request {
            Request::Check { id, text, context, account, typing } => {
                Event::CheckAsked(port, PendingCheck { id, text, context, account, typing })
            }
            Request::SetAccount { account, account_kind } => Event::AccountSet { account, account_kind },
            Request::Dismiss { rule, words, reach: DismissReach::TheseWords } => {
                Event::WordsDismissed { rule, words }
            }
        }
    }
}

fn for_composer(port: Port, event: impl FnOnce(Port) -> Event) -> Event {
    if port.name() == PORT_NAME { event(port) } else { Event::OfNoConcern }
}
