//! All that the background remembers while it runs, and what it does with it.

use serde::Serialize;

use super::badge::{Badge, Badges, NotChecking};
use super::event::{Loaded, PendingCheck};
use super::ports::{OpenPort, Ports};
use super::session_memory::SessionMemory;
use crate::browser::{Kind, Port, SettingsNotice, TabId, warn};
use crate::engine::{AccountKind, Checker, Context, Draft, Memory, RuleCard};
use crate::protocol::{
    ActiveAccount, Checking, Consent, DeclineReason, DeskReply, DismissReach, LONGEST_DRAFT, ReasonProblem,
    Reply, check_draft, check_reason, checked_findings, is_too_long, safe_answers,
};
use crate::settings::{
    Fault, Managed, OwnPhrase, PhoneEntry, Problem, RecordKeeping, RuleRange, StoredSettings, Switch,
};

/// The background's memory. Everything in it can be lost without harm.
#[derive(Default)]
pub(super) struct State {
    ports: Ports,
    badges: Badges,
    /// `None` until the settings have been read; checks wait for them.
    office: Option<CheckingOffice>,
    /// What lasts until the browser closes; read together with the settings.
    session: Option<SessionMemory>,
    /// The open pages of the extension.
    desks: Vec<Port>,
    /// What was wrong with settings that were set aside, until the user has read it.
    notice: Option<SettingsNotice>,
}

/// The settings and the checker that was made from them.
struct CheckingOffice {
    /// As they count: the person's own and the organization's.
    settings: StoredSettings,
    managed: Managed,
    checker: Checker,
}

impl State {
    /// Whether everything remembered has been read.
    pub(super) fn remembers(&self) -> bool {
        self.session.is_some()
    }

    /// Welcomes a port with the catalog.
    pub(super) fn connect(&mut self, port: Port) {
        post(&port, &Reply::Ready { catalog: RuleCard::all(), longest_draft: LONGEST_DRAFT });
        if let Some(tab) = self.ports.open(port) {
            self.badges.forget(tab);
        }
    }

    /// Forgets a port and takes its findings off the badge.
    pub(super) fn disconnect(&mut self, port: &Port) {
        if let Some(OpenPort { tab: Some(tab), .. }) = self.ports.close(port) {
            self.show_badge(tab);
        }
    }

    /// Keeps a check for the next lull, in place of an older one of the same port.
    pub(super) fn expect(&mut self, port: &Port, check: PendingCheck) {
        if let Some(open) = self.ports.get_mut(port) {
            open.pending = Some(check);
        }
    }

    /// Welcomes a page of the extension with the catalog and, as soon as they are known, the settings.
    pub(super) fn open_desk(&mut self, port: Port) {
        post(&port, &DeskReply::Ready { catalog: RuleCard::all(), ranges: RuleRange::all() });
        if let Some(settings) = self.settings_reply() {
            post(&port, &settings);
        }
        self.desks.push(port);
    }

    pub(super) fn close_desk(&mut self, port: &Port) {
        self.desks.retain(|open| open != port);
    }

    /// Keeps what was said of a consent until there is a checker to look at it.
    pub(super) fn hear(&mut self, port: &Port, consent: Consent) {
        if let Some(open) = self.ports.get_mut(port) {
            open.said = Some(consent);
        }
    }

    /// Takes settings as they are stored now. Pages are told only when something changed since the last ones.
    pub(super) fn configure(&mut self, Loaded { settings, managed, notice, session }: Loaded) {
        // What has been remembered meanwhile is newer than what was read.
        self.session.get_or_insert(session);
        self.notice = notice;
        self.use_settings(managed.over(&settings), managed);
        if let Some(reply) = self.settings_reply() {
            self.tell_desks(&reply);
        }
    }

    /// What is known of a tab, and the accounts of its site.
    pub(super) fn describe_tab(
        &self,
        id: u32,
        tab: TabId,
        site: Option<&str>,
        active: Option<&ActiveAccount>,
    ) -> DeskReply {
        let accounts = site.zip(self.office.as_ref()).map(|(site, office)| {
            let seen = self.session.iter().flat_map(|session| session.seen_on(site));
            let active = active.map(|account| account.handle.as_deref());
            office.settings.accounts.on_site(site, active, seen)
        });
        DeskReply::Tab {
            id,
            is_paused: self.is_paused(tab),
            is_unguarded: self.ports.is_unguarded_in(tab),
            accounts: accounts.unwrap_or_default(),
        }
    }

    /// Pauses a tab, or takes it up again; its pages ask about their drafts anew.
    pub(super) fn switch_tab(&mut self, tab: TabId, switched: Switch) {
        self.session.get_or_insert_default().switch_tab(tab, switched);
        self.show_badge(tab);
        self.ports.iter().filter(|open| open.tab == Some(tab)).for_each(|open| {
            post(&open.port, &Reply::SettingsChanged);
        });
    }

    /// A closed tab is paused no longer.
    pub(super) fn forget_tab(&mut self, tab: TabId) {
        self.badges.forget(tab);
        self.session.get_or_insert_default().switch_tab(tab, Switch::On);
    }

    fn is_paused(&self, tab: TabId) -> bool {
        self.session.as_ref().is_some_and(|session| session.is_paused(tab))
    }

    fn show_badge(&mut self, tab: TabId) {
        let badge = if self.is_paused(tab) {
            Badge::Reason(NotChecking::TabPaused)
        } else {
            self.ports.badge_of(tab)
        };
        self.badges.show(tab, badge);
    }

    /// Whose account it is known to be.
    pub(super) fn kind_of(&self, account: &ActiveAccount) -> AccountKind {
        self.office.as_ref().map_or(AccountKind::Unknown, |office| office.kind_of(account))
    }

    /// How records of decisions are kept; not at all while the settings are not known.
    pub(super) fn record_keeping(&self) -> RecordKeeping {
        self.office.as_ref().map(|office| office.settings.records).unwrap_or_default()
    }

    /// What should not be said in a reason either.
    pub(super) fn check_reason(&self, text: &str) -> Option<ReasonProblem> {
        check_reason(&self.office.as_ref()?.checker, text)
    }

    fn settings_reply(&self) -> Option<DeskReply> {
        let CheckingOffice { settings, managed, .. } = self.office.as_ref()?;
        let settings = settings.clone();
        Some(DeskReply::Settings {
            phone: PhoneEntry::of(&settings.office.phone),
            faults: settings.faults(),
            locks: managed.locks(),
            policy_faults: managed.faults().to_vec(),
            settings: Box::new(settings),
            notice: self.notice.as_ref().map(|notice| notice.problem.clone()),
        })
    }

    /// What keeps words from being added to the practice's own.
    pub(super) fn judge_phrase(&self, phrase: &OwnPhrase) -> Vec<Fault> {
        self.office.as_ref().map(|office| office.settings.phrase_faults(phrase)).unwrap_or_default()
    }

    /// Checks a pasted text.
    pub(super) fn try_out(&self, id: u32, text: &str, context: &Context) -> DeskReply {
        if is_too_long(text) {
            let fault = Fault::about_text(Problem::TooLong, LONGEST_DRAFT);
            return DeskReply::Refused { id, faults: vec![fault] };
        }
        let Some(office) = &self.office else { return DeskReply::Failed { id, is_full: false } };
        let report = office.checker.check(&Draft { text, context });
        DeskReply::Tried { id, findings: checked_findings(text, &report), decision: report.decision }
    }

    fn tell_desks(&self, reply: &DeskReply) {
        self.desks.iter().for_each(|desk| post(desk, reply));
    }

    fn use_settings(&mut self, settings: StoredSettings, managed: Managed) {
        let before = self.office.as_ref().map(|office| (&office.settings, &office.managed));
        if before == Some((&settings, &managed)) {
            return;
        }
        let is_change = before.is_some();
        let checker = Checker::new(settings.resolve());
        self.office = Some(CheckingOffice { settings, managed, checker });
        self.ports.iter_mut().for_each(|open| open.memory = Memory::default());
        if is_change {
            self.ports.iter().for_each(|open| post(&open.port, &Reply::SettingsChanged));
        }
    }

    /// Goes on with the settings there are, the defaults at worst: checking matters more than whose rules are off.
    pub(super) fn make_do(&mut self) {
        if self.office.is_none() {
            self.use_settings(StoredSettings::default(), Managed::default());
        }
        self.session.get_or_insert_default();
        self.tell_desks(&DeskReply::Unreadable);
    }

    /// Takes what was said of consents, then runs the checks that wait.
    pub(super) fn check_pending(&mut self) {
        let Some(office) = &self.office else { return };
        let session = self.session.get_or_insert_default();
        let mut answered = Vec::new();
        for open in self.ports.iter_mut() {
            if let Some(said) = open.said.take() {
                let refused = said.refusal(&office.checker);
                if refused.is_none() {
                    open.consent = said;
                }
                post(&open.port, &Reply::Consent { refused });
            }
            let Some(check) = open.pending.take() else { continue };
            session.see(&check.account);
            let is_unguarded = check.is_unguarded();
            let reply = match open.tab {
                Some(tab) if session.is_paused(tab) => {
                    Reply::Declined { id: check.id, reason: DeclineReason::TabPaused }
                }
                _ => office.answer(check, &open.consent, &mut open.memory),
            };
            let is_off = matches!(reply, Reply::Declined { reason: DeclineReason::SiteOff, .. });
            open.note(&reply, is_unguarded);
            answered.extend(open.tab.map(|tab| (tab, is_off)));
            post(&open.port, &reply);
        }
        for (tab, is_off) in answered {
            if is_off {
                self.badges.show(tab, Badge::Reason(NotChecking::Paused));
            } else {
                self.show_badge(tab);
            }
        }
    }

    /// Shows on the badge whether a page is checking. It may be a new page, whose badge the browser has cleared.
    pub(super) fn show_checking(&mut self, tab: TabId, checking: Checking) {
        self.badges.forget(tab);
        match NotChecking::of(checking) {
            Some(reason) if !self.is_paused(tab) => self.badges.show(tab, Badge::Reason(reason)),
            _ => self.show_badge(tab),
        }
    }
}

impl CheckingOffice {
    fn kind_of(&self, account: &ActiveAccount) -> AccountKind {
        self.settings.accounts.kind_of(&account.site, account.handle.as_deref())
    }

    fn answer(&self, check: PendingCheck, consent: &Consent, memory: &mut Memory) -> Reply {
        let PendingCheck { id, text, mut context, account, typing, .. } = check;
        if self.settings.is_site_off(&account.site) {
            return Reply::Declined { id, reason: DeclineReason::SiteOff };
        }
        if is_too_long(&text) {
            return Reply::Declined { id, reason: DeclineReason::TooLong };
        }
        context.account = self.kind_of(&account);
        context.consent = consent.parts();
        let draft = Draft { text: &text, context: &context };
        let report = check_draft(&self.checker, memory, &draft, typing.as_ref());
        let locks = self.managed.locks();
        let lists = [
            ("dismissed.words", DismissReach::TheseWords),
            ("dismissed.sites", DismissReach::ThisRuleOnThisSite),
        ];
        let is_locked = |(path, _): &(&str, DismissReach)| locks.iter().any(|lock| lock == path);
        let barred: Vec<_> = lists.into_iter().filter(is_locked).map(|(_, reach)| reach).collect();
        Reply::report(id, &draft, &report, safe_answers(&self.checker, &draft), &barred)
    }
}

/// A port that has just closed is no mishap: its disconnection is on the way.
pub(super) fn post(port: &Port, reply: &impl Serialize) {
    if let Err(error) = port.post(reply) {
        warn(Kind::Browser(error));
    }
}
