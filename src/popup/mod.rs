//! The toolbar popup: what is going on in this tab, whose account it is, and the office's own words for the fixes.
//!
//! It asks the tab's page how things stand and writes settings straight to storage; the background and the pages
//! hear of it from there. Invariant: it writes text, never markup.

mod event;
mod fields;
mod look;
mod state;
mod status;
mod view;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::{
    BrowserError, ChromeListener, Kind, Listener, SettingsStore, changes_settings, messages, stored, warn,
};
use crate::settings::StoredSettings;
use event::Event;
use look::look_at_tab;
use state::State;
use view::View;

/// The open popup.
#[derive(Clone)]
pub(crate) struct Popup(Rc<Inner>);

struct Inner {
    view: View,
    state: RefCell<State>,
    saving: Cell<Saving>,
    listeners: RefCell<Listeners>,
}

/// Where the writing of the office's words stands; typing goes on meanwhile.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saving {
    Done,
    Running,
    /// More was typed since the running one began.
    Outdated,
}

#[derive(Default)]
struct Listeners {
    _page: Vec<Listener>,
    _extension: Vec<ChromeListener>,
}

impl Popup {
    /// Brings the page to life.
    pub(crate) fn open() -> Result<Self, BrowserError> {
        let popup = Popup(Rc::new(Inner {
            view: View::find()?,
            state: RefCell::default(),
            saving: Cell::new(Saving::Done),
            listeners: RefCell::default(),
        }));
        popup.0.listeners.replace(popup.listen()?);
        popup.load();
        popup.look();
        Ok(popup)
    }

    fn listen(&self) -> Result<Listeners, BrowserError> {
        let page = self.0.view.listen(&self.sender())?;
        let send = self.sender();
        let settings = ChromeListener::new(stored(), move |changes, area| {
            if changes_settings(&changes, &area) {
                send(Event::SettingsChanged);
            }
        });
        let send = self.sender();
        let news = ChromeListener::new(messages(), move |_, _| send(Event::PageMayHaveChanged));
        Ok(Listeners { _page: page, _extension: vec![settings, news] })
    }

    /// Hands events to this popup for as long as it is open.
    fn sender(&self) -> Rc<dyn Fn(Event)> {
        let popup = Rc::downgrade(&self.0);
        Rc::new(move |event| {
            if let Some(inner) = popup.upgrade() {
                Popup(inner).handle(event);
            }
        })
    }

    fn handle(&self, event: Event) {
        match event {
            Event::SettingsLoaded(settings, notice) => {
                self.0.view.fields.fill(&settings.office);
                let mut state = self.0.state.borrow_mut();
                state.settings = Some(settings);
                state.notice = notice;
            }
            Event::TabLooked(tab) => self.0.state.borrow_mut().tab = tab,
            Event::SettingsChanged => {
                self.load();
                self.look();
            }
            Event::PageMayHaveChanged => self.look(),
            Event::AccountChosen(account_kind) => {
                if let Some(account) = self.0.state.borrow().account() {
                    self.change(move |settings| {
                        settings.accounts.remember(&account.site, account.handle.as_deref(), account_kind);
                    });
                }
            }
            Event::SiteSwitched(switch) => {
                if let Some(site) = self.0.state.borrow().site() {
                    self.change(move |settings| switch.apply(settings, &site));
                }
            }
            Event::OfficeTyped => self.save_office(),
            Event::NoticeClosed => {
                self.0.state.borrow_mut().notice = None;
                self.run(SettingsStore.clear_notice(), |_, ()| {});
            }
            Event::StorageFailed => self.0.state.borrow_mut().is_storage_failing = true,
        }
        self.0.view.show(&self.0.state.borrow());
    }

    fn load(&self) {
        let work = async {
            let settings = SettingsStore.load().await?;
            Ok((settings, SettingsStore.notice().await?))
        };
        self.run(work, |popup, (settings, notice)| popup.handle(Event::SettingsLoaded(settings, notice)));
    }

    fn look(&self) {
        self.run(look_at_tab(), |popup, tab| popup.handle(Event::TabLooked(tab)));
    }

    fn change(&self, change: impl FnOnce(&mut StoredSettings) + 'static) {
        self.run(SettingsStore.change(change), |_, _| {});
    }

    /// Saves what stands in the fields now; typing faster than the browser writes costs one write more, not many.
    fn save_office(&self) {
        match self.0.saving.get() {
            Saving::Done => {}
            Saving::Running | Saving::Outdated => return self.0.saving.set(Saving::Outdated),
        }
        self.0.saving.set(Saving::Running);
        let typed = self.0.view.fields.typed();
        self.run(SettingsStore.change(move |settings| typed.store_in(&mut settings.office)), |popup, _| {
            popup.0.view.fields.show_saved();
            if popup.0.saving.replace(Saving::Done) == Saving::Outdated {
                popup.save_office();
            }
        });
    }

    fn run<T: 'static>(
        &self,
        work: impl Future<Output = Result<T, BrowserError>> + 'static,
        done: impl FnOnce(&Self, T) + 'static,
    ) {
        let popup = self.clone();
        spawn_local(async move {
            match work.await {
                Ok(outcome) => done(&popup, outcome),
                Err(error) => {
                    warn(Kind::Browser(error));
                    popup.0.saving.set(Saving::Done);
                    popup.handle(Event::StorageFailed);
                }
            }
        });
    }
}
