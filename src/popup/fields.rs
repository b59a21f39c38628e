//! The office form: saved while it is typed, with its one complaint beside the field it is about.

use std::rc::Rc;

use web_sys::{Document, HtmlElement, HtmlInputElement};

use super::event::Event;
use super::view::{element, set_text};
use crate::browser::{BrowserError, Listener, message};
use crate::engine::OfficeProfile;
use crate::settings::PhoneEntry;

/// The form's fields.
#[derive(Clone)]
pub(super) struct Fields {
    practice: HtmlInputElement,
    phone: HtmlInputElement,
    phone_problem: HtmlElement,
    contact: HtmlInputElement,
    saved: HtmlElement,
}

/// What stands in the form.
pub(super) struct TypedOffice {
    practice: String,
    phone: String,
    contact: String,
}

impl TypedOffice {
    /// Keeps it as it was typed, half a phone number too.
    pub(super) fn store_in(self, office: &mut OfficeProfile) {
        office.practice = self.practice;
        office.phone = self.phone;
        office.contact = self.contact;
    }
}

impl Fields {
    pub(super) fn find(document: &Document) -> Result<Self, BrowserError> {
        Ok(Fields {
            practice: element(document, "office-practice")?,
            phone: element(document, "office-phone")?,
            phone_problem: element(document, "office-phone-problem")?,
            contact: element(document, "office-contact")?,
            saved: element(document, "office-saved")?,
        })
    }

    /// Fills the form the first time. Later readings only bring back what was typed here.
    pub(super) fn fill(&self, office: &OfficeProfile) {
        if !self.practice.disabled() {
            return;
        }
        let filled = [
            (&self.practice, &office.practice),
            (&self.phone, &office.phone),
            (&self.contact, &office.contact),
        ];
        for (field, value) in filled {
            field.set_value(value);
            field.set_disabled(false);
        }
        self.judge_phone();
    }

    pub(super) fn typed(&self) -> TypedOffice {
        TypedOffice {
            practice: self.practice.value(),
            phone: self.phone.value(),
            contact: self.contact.value(),
        }
    }

    pub(super) fn show_saved(&self) {
        set_text(&self.saved, &message("popup_office_saved", &[]));
    }

    /// Reports typing. All fields report to one place, so that what is saved is always the whole form.
    pub(super) fn listen(&self, send: &Rc<dyn Fn(Event)>) -> Result<Vec<Listener>, BrowserError> {
        let mut listeners = Vec::new();
        for field in [&self.practice, &self.phone, &self.contact] {
            let send = Rc::clone(send);
            listeners.push(Listener::new(field, "input", move |_| send(Event::OfficeTyped))?);
        }
        // Nobody is scolded while still typing: the complaint comes on leaving and goes as soon as it is met.
        let leaving = self.clone();
        listeners.push(Listener::new(&self.phone, "change", move |_| leaving.judge_phone())?);
        let typing = self.clone();
        listeners.push(Listener::new(&self.phone, "input", move |_| typing.forgive_phone())?);
        Ok(listeners)
    }

    fn judge_phone(&self) {
        match PhoneEntry::of(&self.phone.value()) {
            PhoneEntry::TooShort => {
                set_text(&self.phone_problem, &message("popup_office_phone_problem", &[]));
                // Fails only for an invalid attribute name.
                let _ = self.phone.set_attribute("aria-invalid", "true");
            }
            PhoneEntry::Empty | PhoneEntry::Usable => self.forgive_phone(),
        }
    }

    fn forgive_phone(&self) {
        if PhoneEntry::of(&self.phone.value()) != PhoneEntry::TooShort {
            set_text(&self.phone_problem, "");
            let _ = self.phone.remove_attribute("aria-invalid");
        }
    }
}
