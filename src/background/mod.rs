//! The part of the extension that checks: it holds the engine, answers every page's port and keeps the badge.
//!
//! The browser may end it at any time and starts it again for the next event. So nothing here is needed to answer:
//! ports open themselves anew, settings are read again, and an event that arrives before either waits.
//! `extension/background.js` registers the listeners before the WASM is ready and hands every event to
//! [`Background::receive`]. Invariant: a draft lives here in the memory of its port's last check, until the next one,
//! new settings or the end of the port, and nowhere else.

mod badge;
mod desk;
mod event;
mod grants;
mod ports;
mod records;
mod session_memory;
mod state;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::browser::{
    BrowserError, Kind, Lull, SettingsStore, go_on_with, managed_policy, now, open_tab, random_key,
    tell_page, today, warn,
};
use crate::protocol::{ActiveAccount, DismissReach, Reply};
use crate::records::Record;
use crate::settings::{AllowKey, Change};
use event::{Event, Loaded};
use session_memory::SessionMemory;
use state::{State, post};

/// The running background.
#[derive(Clone)]
pub(crate) struct Background {
    state: Rc<RefCell<State>>,
    /// What has to wait until everything remembered has been read.
    waiting: Rc<RefCell<Vec<Event>>>,
    lull: Rc<Lull>,
}

impl Background {
    /// Starts it, and the reading of the settings.
    pub(crate) fn open() -> Result<Self, BrowserError> {
        let state = Rc::new(RefCell::new(State::default()));
        let waiting = Rc::downgrade(&state);
        let lull = Lull::new(move || {
            if let Some(state) = waiting.upgrade() {
                state.borrow_mut().check_pending();
            }
        })?;
        let background = Background { state, waiting: Rc::default(), lull: Rc::new(lull) };
        background.load();
        Ok(background)
    }

    /// Takes an event as `background.js` hands it over.
    pub(crate) fn receive(&self, kind: &str, subject: JsValue, detail: JsValue) {
        match Event::read(kind, subject, detail) {
            Ok(event) => self.handle(event),
            Err(kind) => warn(kind),
        }
    }

    fn handle(&self, event: Event) {
        if event.needs_memory() && !self.state.borrow().remembers() {
            self.waiting.borrow_mut().push(event);
            return;
        }
        match event {
            Event::Connected(port) => self.state.borrow_mut().connect(port),
            Event::Disconnected(port) => self.state.borrow_mut().disconnect(&port),
            Event::CheckAsked(port, check) => {
                self.state.borrow_mut().expect(&port, check);
                self.lull.wait();
            }
            Event::ConsentGiven(port, consent) => {
                self.state.borrow_mut().hear(&port, consent);
                self.lull.wait();
            }
            Event::ConsentAsked(port, consent) => go_on_with(async move {
                post(&port, &Reply::ConsentDoubted { doubt: records::doubt(&consent).await });
            }),
            Event::AccountSet { account: ActiveAccount { site, handle }, account_kind } => {
                Self::change(Change::Account { site, handle, account_kind });
            }
            Event::Dismissed { rule, words, site, reach } => Self::change(match reach {
                DismissReach::TheseWords => {
                    let fresh_key = AllowKey(random_key());
                    Change::DismissWords { rule, words, day: today().to_string(), fresh_key }
                }
                DismissReach::ThisRuleOnThisSite => {
                    Change::DismissRule { rule, site, day: today().to_string() }
                }
            }),
            Event::Decided { account, decision, subjects, authorization } => {
                let state = self.state.borrow();
                let kind = state.kind_of(&account);
                let records = Record::all_of(now(), &account.site, kind, &subjects, decision);
                records::keep(state.record_keeping(), records, authorization);
            }
            Event::ReasonAsked { port, number, text } => {
                let problem = self.state.borrow().check_reason(&text);
                post(&port, &Reply::ReasonChecked { number, problem });
            }
            Event::CheckingChanged(tab, checking) => self.state.borrow_mut().show_checking(tab, checking),
            Event::DeskOpened(port) => self.state.borrow_mut().open_desk(port),
            Event::DeskClosed(port) => self.state.borrow_mut().close_desk(&port),
            Event::DeskAsked(port, request) => self.serve(port, request),
            Event::CommandPressed(command, tab) => go_on_with(tell_page(tab, command.ask())),
            Event::SettingsChanged => self.load(),
            Event::Installed => go_on_with(async {
                if let Err(error) = open_tab("welcome/welcome.html").await {
                    warn(Kind::Browser(error));
                }
                grants::renew().await;
            }),
            Event::Updated => go_on_with(grants::renew()),
            Event::HostsGranted(origins) => go_on_with(grants::begin(origins)),
            Event::HostsRevoked(origins) => go_on_with(grants::end(origins)),
            Event::TabClosed(tab) => self.state.borrow_mut().forget_tab(tab),
            Event::Loaded(loaded) => {
                records::expire(loaded.settings.records);
                self.state.borrow_mut().configure(*loaded);
                self.go_on();
            }
            Event::SettingsUnreadable(error) => {
                warn(Kind::Browser(error));
                self.state.borrow_mut().make_do();
                self.go_on();
            }
            Event::OfNoConcern => {}
        }
    }

    /// Everything remembered has been read: takes up what had to wait.
    fn go_on(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|event| self.handle(event));
        self.lull.wait();
    }

    fn load(&self) {
        let background = self.clone();
        go_on_with(async move {
            background.handle(match load().await {
                Ok(loaded) => Event::Loaded(Box::new(loaded)),
                Err(error) => Event::SettingsUnreadable(error),
            });
        });
    }

    fn close_notice(&self) {
        let background = self.clone();
        go_on_with(async move {
            if let Err(error) = SettingsStore.clear_notice().await {
                warn(Kind::Browser(error));
            }
            background.load();
        });
    }

    /// Makes a change that nobody waits for: a page offers none that cannot be made.
    fn change(change: Change) {
        go_on_with(async move {
            if let Err(error) = desk::make(change).await {
                warn(Kind::Browser(error));
            }
        });
    }
}

async fn load() -> Result<Loaded, BrowserError> {
    let settings = SettingsStore.load().await?;
    let notice = SettingsStore.notice().await?;
    let managed = managed_policy().await;
    Ok(Loaded { settings, managed, notice, session: SessionMemory::load().await? })
}
