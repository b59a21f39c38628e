//! The open ports: one for every page with a composer.

use super::badge::Badge;
use super::event::PendingCheck;
use crate::browser::{Port, TabId};
use crate::engine::Memory;
use crate::protocol::{Consent, Reply};

/// All open ports, in the order in which they opened.
#[derive(Default)]
pub(super) struct Ports(Vec<OpenPort>);

/// One port, what it waits for and what it last heard.
pub(super) struct OpenPort {
    pub(super) port: Port,
    pub(super) tab: Option<TabId>,
    /// The newest check that has not been run; a newer one takes its place.
    pub(super) pending: Option<PendingCheck>,
    /// What was said of the consent to show what is attached, and has not been looked at.
    pub(super) said: Option<Consent>,
    /// What was taken of it; goes with the port.
    pub(super) consent: Consent,
    /// Findings of its last report.
    pub(super) findings: usize,
    /// Whether the draft of its last report may go out unheld.
    pub(super) is_unguarded: bool,
    /// Its draft as it was checked last; goes with the port or with the settings.
    pub(super) memory: Memory,
}

impl OpenPort {
    /// Keeps what the badge shows of an answer; a draft that was not checked is not said to be unguarded.
    pub(super) fn note(&mut self, reply: &Reply, is_unguarded: bool) {
        (self.findings, self.is_unguarded) = match reply {
            Reply::Report { findings, described, .. } => {
                let shown = findings.iter().filter(|finding| !finding.waits).count();
                (shown + described.len(), is_unguarded)
            }
            _ => (0, false),
        };
    }
}

impl Ports {
    /// Adds a port; tells its tab.
    pub(super) fn open(&mut self, port: Port) -> Option<TabId> {
        let tab = port.tab();
        self.0.push(OpenPort {
            port,
            tab,
            pending: None,
            said: None,
            consent: Consent::default(),
            findings: 0,
            is_unguarded: false,
            memory: Memory::default(),
        });
        tab
    }

    pub(super) fn close(&mut self, port: &Port) -> Option<OpenPort> {
        let at = self.0.iter().position(|open| open.port == *port)?;
        Some(self.0.remove(at))
    }

    pub(super) fn get_mut(&mut self, port: &Port) -> Option<&mut OpenPort> {
        self.0.iter_mut().find(|open| open.port == *port)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &OpenPort> {
        self.0.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut OpenPort> {
        self.0.iter_mut()
    }

    /// What the composers of a tab have on its badge.
    pub(super) fn badge_of(&self, tab: TabId) -> Badge {
        let findings = self.0.iter().filter(|open| open.tab == Some(tab)).map(|open| open.findings).sum();
        Badge::Checking { findings, is_unguarded: self.is_unguarded_in(tab) }
    }

    /// Whether a draft of any composer of a tab may go out unheld.
    pub(super) fn is_unguarded_in(&self, tab: TabId) -> bool {
        self.0.iter().any(|open| open.tab == Some(tab) && open.is_unguarded)
    }
}
