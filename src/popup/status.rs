//! One sentence on how things stand in this tab, and one on why.

use super::state::{State, Tab};
use crate::browser::message;
use crate::protocol::{Checking, PageState};

/// What the status box says.
pub(super) struct Status {
    pub(super) heading: String,
    pub(super) detail: String,
    /// The `data-tone` that colors it.
    pub(super) tone: &'static str,
}

impl Status {
    pub(super) fn of(state: &State) -> Self {
        match (&state.tab, &state.settings) {
            (Tab::Asked, _) | (_, None) => {
                Status { heading: message("popup_status_wait", &[]), detail: String::new(), tone: "wait" }
            }
            (Tab::Silent, _) => Status::off(message("popup_status_no_site_detail", &[])),
            (Tab::Answered(page), Some(settings)) => {
                let checking = match settings.is_site_off(&page.site) {
                    true => Checking::Paused,
                    false => page.checking,
                };
                Status::of_page(page, checking)
            }
        }
    }

    fn of_page(page: &PageState, checking: Checking) -> Self {
        let site = &page.site_name;
        match checking {
            Checking::Checking => Status {
                heading: message("popup_status_checking", &[site]),
                detail: findings(page.findings),
                tone: if page.findings == 0 { "well" } else { "findings" },
            },
            Checking::NoComposer => Status {
                heading: message("popup_status_no_composer", &[site]),
                detail: message("popup_status_no_composer_detail", &[]),
                tone: "well",
            },
            Checking::Paused => Status {
                heading: message("popup_status_paused", &[site]),
                detail: message("popup_status_paused_detail", &[]),
                tone: "off",
            },
            Checking::NotCheckingHere => {
                Status::off(message("popup_status_unknown_composer_detail", &[site]))
            }
            Checking::EngineSilent => Status::off(message("popup_status_engine_silent_detail", &[])),
        }
    }

    fn off(detail: String) -> Self {
        Status { heading: message("popup_status_not_checking_here", &[]), detail, tone: "off" }
    }
}

fn findings(count: u32) -> String {
    match count {
        0 => message("popup_status_no_findings", &[]),
        1 => message("popup_status_one_finding", &[]),
        _ => message("popup_status_findings", &[&count.to_string()]),
    }
}
