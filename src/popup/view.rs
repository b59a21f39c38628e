//! The popup's page: finds its elements, shows the state in them, and reports what the user does.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement};

use super::event::{Event, SiteSwitch};
use super::fields::Fields;
use super::state::State;
use super::status::Status;
use crate::browser::{BrowserError, Listener, message};
use crate::engine::AccountKind;

/// The elements that change.
pub(super) struct View {
    notice: HtmlElement,
    notice_problem: HtmlElement,
    notice_close: HtmlElement,
    status: HtmlElement,
    status_heading: HtmlElement,
    status_detail: HtmlElement,
    account: HtmlElement,
    account_label: HtmlElement,
    account_hint: HtmlElement,
    practice: HtmlInputElement,
    personal: HtmlInputElement,
    site: HtmlElement,
    site_label: HtmlElement,
    site_on: HtmlInputElement,
    pub(super) fields: Fields,
}

impl View {
    pub(super) fn find() -> Result<Self, BrowserError> {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .ok_or_else(|| BrowserError::unexpected("window.document"))?;
        Ok(View {
            notice: element(&document, "notice")?,
            notice_problem: element(&document, "notice-problem")?,
            notice_close: element(&document, "notice-close")?,
            status: element(&document, "status")?,
            status_heading: element(&document, "status-heading")?,
            status_detail: element(&document, "status-detail")?,
            account: element(&document, "account")?,
            account_label: element(&document, "account-label")?,
            account_hint: element(&document, "account-hint")?,
            practice: element(&document, "account-practice")?,
            personal: element(&document, "account-personal")?,
            site: element(&document, "site")?,
            site_label: element(&document, "site-label")?,
            site_on: element(&document, "site-on")?,
            fields: Fields::find(&document)?,
        })
    }

    /// Reports what the user does for as long as the listeners are kept.
    pub(super) fn listen(&self, send: &Rc<dyn Fn(Event)>) -> Result<Vec<Listener>, BrowserError> {
        let mut listeners = self.fields.listen(send)?;
        for (choice, kind) in
            [(&self.practice, AccountKind::Practice), (&self.personal, AccountKind::Personal)]
        {
            let send = Rc::clone(send);
            listeners.push(Listener::new(choice, "change", move |_| send(Event::AccountChosen(kind)))?);
        }
        let (switch, switched) = (self.site_on.clone(), Rc::clone(send));
        listeners.push(Listener::new(&self.site_on, "change", move |_| {
            switched(Event::SiteSwitched(if switch.checked() { SiteSwitch::On } else { SiteSwitch::Off }));
        })?);
        let closed = Rc::clone(send);
        listeners.push(Listener::new(&self.notice_close, "click", move |_| closed(Event::NoticeClosed))?);
        Ok(listeners)
    }

    /// Shows the state.
    pub(super) fn show(&self, state: &State) {
        self.show_notice(state);
        let status = Status::of(state);
        set_text(&self.status_heading, &status.heading);
        let detail =
            if state.is_storage_failing { message("popup_storage_problem", &[]) } else { status.detail };
        set_text(&self.status_detail, &detail);
        // Fails only for an invalid attribute name.
        let _ = self.status.set_attribute("data-tone", status.tone);
        self.show_account(state);
        self.show_site(state);
    }

    fn show_notice(&self, state: &State) {
        let problem = state.notice.as_ref().map_or("", |notice| notice.problem.as_str());
        set_text(&self.notice_problem, problem);
        self.notice.set_hidden(state.notice.is_none());
    }

    fn show_account(&self, state: &State) {
        let account = state.page().and_then(|page| Some((page, page.account.as_ref()?)));
        let known = account.zip(state.settings.as_ref());
        self.account.set_hidden(known.is_none());
        let Some(((page, account), settings)) = known else { return };
        let label = match &account.handle {
            Some(handle) => message("popup_account_label", &[handle]),
            None => message("popup_account_unnamed", &[&page.site_name]),
        };
        set_text(&self.account_label, &label);
        let kind = settings.accounts.kind_of(&account.site, account.handle.as_deref());
        self.practice.set_checked(kind == AccountKind::Practice);
        self.personal.set_checked(kind == AccountKind::Personal);
        let hint = match kind {
            AccountKind::Unknown => message("popup_account_ask", &[]),
            AccountKind::Practice | AccountKind::Personal => String::new(),
        };
        set_text(&self.account_hint, &hint);
    }

    fn show_site(&self, state: &State) {
        let known = state.page().zip(state.settings.as_ref());
        self.site.set_hidden(known.is_none());
        let Some((page, settings)) = known else { return };
        set_text(&self.site_label, &message("popup_site_switch", &[&page.site_name]));
        self.site_on.set_checked(!settings.is_site_off(&page.site));
    }
}

/// The element of that id, as the type it must have.
pub(super) fn element<T: JsCast>(document: &Document, id: &'static str) -> Result<T, BrowserError> {
    document
        .get_element_by_id(id)
        .and_then(|found| found.dyn_into().ok())
        .ok_or_else(|| BrowserError::unexpected(id))
}

/// Writes a text where it is not written already, so that a screen reader does not say it twice.
pub(super) fn set_text(element: &HtmlElement, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
