//! Everything that can happen to the background, and how it is read from what the browser hands over.

use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{
    BrowserError, Command, Kind, Origins, Port, SettingsNotice, TabId, changes_settings, from_plain,
    sender_tab, tab_numbered, tab_of,
};
use crate::engine::{AccountKind, Context, RuleCode};
use crate::protocol::{
    ActiveAccount, Authorization, Checking, Consent, DESK_NAME, DeskRequest, DismissReach, Doors, PORT_NAME,
    PageNotice, Request, TypingState,
};
use crate::records::{Decision, Subject};
use crate::settings::{Managed, StoredSettings};

use super::session_memory::SessionMemory;

/// One event.
pub(super) enum Event {
    /// A page opened its port.
    Connected(Port),
    /// A port closed, with its composer or with its page.
    Disconnected(Port),
    /// A page wants a draft checked.
    CheckAsked(Port, PendingCheck),
    /// The user said what is true of the consent to show what is attached.
    ConsentGiven(Port, Consent),
    /// A page wants to know what speaks against an authorization.
    ConsentAsked(Port, Consent),
    /// The user said whose account it is.
    AccountSet { account: ActiveAccount, account_kind: AccountKind },
    /// The user said that something flagged is fine.
    Dismissed { rule: RuleCode, words: String, site: String, reach: DismissReach },
    /// Something was decided at a composer.
    Decided {
        account: ActiveAccount,
        decision: Decision,
        subjects: Vec<Subject>,
        authorization: Option<Authorization>,
    },
    /// A page wants the words of a reason looked through.
    ReasonAsked { port: Port, number: u32, text: String },
    /// A page began or stopped checking.
    CheckingChanged(TabId, Checking),
    /// A page of the extension opened its port.
    DeskOpened(Port),
    /// Such a port closed.
    DeskClosed(Port),
    /// A page of the extension wants something.
    DeskAsked(Port, DeskRequest),
    /// A shortcut was pressed in a tab.
    CommandPressed(Command, TabId),
    /// Somebody stored settings.
    SettingsChanged,
    /// The extension is new here.
    Installed,
    /// The extension is there again, in another version or after a reload.
    Updated,
    /// The person has allowed hosts.
    HostsGranted(Origins),
    /// The person has taken hosts back.
    HostsRevoked(Origins),
    /// A tab has been closed.
    TabClosed(TabId),
    /// What is remembered has been read.
    Loaded(Box<Loaded>),
    /// The browser refused to read the settings.
    SettingsUnreadable(BrowserError),
    /// Something happened that changes nothing here.
    OfNoConcern,
}

/// The settings, what the user has not been told of them yet, and what lasts until the browser closes.
pub(super) struct Loaded {
    pub(super) settings: StoredSettings,
    pub(super) managed: Managed,
    pub(super) notice: Option<SettingsNotice>,
    pub(super) session: SessionMemory,
}

/// A check that has not been run yet.
pub(super) struct PendingCheck {
    pub(super) id: u32,
    pub(super) text: String,
    pub(super) context: Context,
    pub(super) account: ActiveAccount,
    pub(super) typing: Option<TypingState>,
    pub(super) doors: Option<Doors>,
}

impl PendingCheck {
    /// Whether the draft may go out unheld.
    pub(super) fn is_unguarded(&self) -> bool {
        self.doors.is_some_and(|doors| doors.leave_unguarded(&self.text))
    }
}

impl Event {
    /// Whether it can only be handled once everything remembered has been read.
    pub(super) fn needs_memory(&self) -> bool {
        let about_a_tab = |request: &DeskRequest| {
            matches!(request, DeskRequest::LookAtTab { .. } | DeskRequest::SwitchTab { .. })
        };
        match self {
            Event::TabClosed(_) => true,
            Event::DeskAsked(_, request) => about_a_tab(request),
            _ => false,
        }
    }

    /// Reads an event by the name under which `background.js` registered it.
    pub(super) fn read(kind: &str, subject: JsValue, detail: JsValue) -> Result<Event, Kind> {
        match kind {
            "connect" => Ok(by_room(subject.unchecked_into(), Event::Connected, Event::DeskOpened)),
            "disconnect" => Ok(by_room(subject.unchecked_into(), Event::Disconnected, Event::DeskClosed)),
            "message" => Event::said(subject.unchecked_into(), detail),
            "notice" => {
                let notice = from_plain(&subject).ok_or(Kind::MalformedNotice)?;
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
            "installed" => match from_plain::<InstallDetails>(&subject) {
                Some(InstallDetails { reason: InstallReason::Install }) => Ok(Event::Installed),
                Some(InstallDetails { reason: InstallReason::Other }) => Ok(Event::Updated),
                None => Err(Kind::MalformedNotice),
            },
            "granted" => Origins::of_event(subject).map(Event::HostsGranted).ok_or(Kind::MalformedNotice),
            "revoked" => Origins::of_event(subject).map(Event::HostsRevoked).ok_or(Kind::MalformedNotice),
            "tab-closed" => tab_numbered(&subject).map(Event::TabClosed).ok_or(Kind::MalformedNotice),
            "storage" if changes_settings(&subject, &detail) => Ok(Event::SettingsChanged),
            "storage" => Ok(Event::OfNoConcern),
            _ => Err(Kind::UnknownEvent),
        }
    }

    fn said(port: Port, message: JsValue) -> Result<Event, Kind> {
        match Room::of(&port) {
            Some(Room::Composer) => {
                let request = from_plain(&message).ok_or(Kind::MalformedRequest)?;
                Ok(Event::asked(port, request))
            }
            Some(Room::Desk) => {
                let request = from_plain(&message).ok_or(Kind::MalformedRequest)?;
                Ok(Event::DeskAsked(port, request))
            }
            None => Ok(Event::OfNoConcern),
        }
    }

    fn asked(port: Port, request: Request) -> Event {
        match request {
            Request::Check { id, text, context, account, typing, doors } => {
                Event::CheckAsked(port, PendingCheck { id, text, context, account, typing, doors })
            }
            Request::CheckConsent { consent } => Event::ConsentAsked(port, consent),
            Request::ConsentGiven { consent } => Event::ConsentGiven(port, consent),
            Request::SetAccount { account, account_kind } => Event::AccountSet { account, account_kind },
            Request::Dismiss { rule, words, site, reach } => Event::Dismissed { rule, words, site, reach },
            Request::Decided { account, decision, subjects, authorization } => {
                Event::Decided { account, decision, subjects, authorization }
            }
            Request::CheckReason { number, text } => Event::ReasonAsked { port, number, text },
        }
    }
}

/// What the browser says with `runtime.onInstalled`.
#[derive(Deserialize)]
struct InstallDetails {
    reason: InstallReason,
}

/// Why the extension is there.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum InstallReason {
    Install,
    #[serde(other)]
    Other,
}

/// Who is on the other end of a port.
enum Room {
    /// A composer on a site's page.
    Composer,
    /// A page of the extension.
    Desk,
}

impl Room {
    fn of(port: &Port) -> Option<Room> {
        match port.name().as_str() {
            PORT_NAME => Some(Room::Composer),
            DESK_NAME if port.is_own_page() => Some(Room::Desk),
            _ => None,
        }
    }
}

fn by_room(port: Port, composer: fn(Port) -> Event, desk: fn(Port) -> Event) -> Event {
    match Room::of(&port) {
        Some(Room::Composer) => composer(port),
        Some(Room::Desk) => desk(port),
        None => Event::OfNoConcern,
    }
}
