//! Writes the rules themselves and the ways in which each looks.

use std::fmt::Write;

use super::{capitalized, constant, kinds, line, severity};
use crate::compile::{Compiled, CompiledMatch, CompiledStep};
use crate::rule_file::{RaiseFile, WhenFile};

impl Compiled {
    pub(super) fn rules_source(&self, out: &mut String) {
        line(out, "pub(crate) static RULES: &[Rule] = &[");
        for (filed, matches) in self.base.rules.iter().zip(&self.rules) {
            let rule = &filed.rule;
            let letter = rule.code.chars().next().unwrap_or('P');
            let number = rule.code.get(1..).unwrap_or("0");
            let sources: Vec<String> = rule.sources.iter().map(|key| format!("&SOURCE_{key}")).collect();
            let _ = write!(
                out,
                "Rule {{ code: RuleCode {{ letter: b'{letter}', number: {number} }}, id: {:?}, family: Family::{}, \
                 severity: {}, summary: {:?}, why: {:?}, sources: &[{}], heated: {}, when: {}, raises: &[{}], fixes: &[",
                rule.id,
                capitalized(filed.family),
                severity(&rule.severity),
                rule.summary,
                rule.why,
                sources.join(", "),
                rule.heated,
                self.when(&rule.when),
                rule.raise.iter().map(|raise| self.raise(raise)).collect::<Vec<_>>().join(", "),
            );
            for fix in &rule.fix {
                let applicability = if fix.applicability == "safe" { "Safe" } else { "NeedsReview" };
                let _ = write!(
                    out,
                    "FixTemplate {{ title: {:?}, replace: {:?}, replace_in: &{:?}, \
                     applicability: Applicability::{applicability} }},",
                    fix.title,
                    fix.replace,
                    fix.replace_in.iter().collect::<Vec<_>>()
                );
            }
            out.push_str("], details: &[");
            for detail in &rule.detail {
                let _ = write!(
                    out,
                    "DetailTemplate {{ signals: {}, title: {:?}, replace: {:?} }},",
                    self.list(&detail.signal),
                    detail.title,
                    detail.replace
                );
            }
            out.push_str("], matchers: &[");
            for matcher in matches {
                self.matcher(out, matcher);
            }
            line(out, "] },");
        }
        line(out, "];");
    }

    fn matcher(&self, out: &mut String, matcher: &CompiledMatch) {
        let file = &matcher.file;
        let how = match file.kind.as_str() {
            "near" => {
                format!("MatcherKind::Near {{ of: {}, and: {} }}", self.list(&file.of), self.list(&file.and))
            }
            "score" => {
                let groups: Vec<String> = file
                    .of
                    .iter()
                    .map(|group| self.list(&group.split('|').map(str::to_owned).collect::<Vec<_>>()))
                    .collect();
                format!(
                    "MatcherKind::Score {{ anchor: {}, of: &[{}], and: {}, at_least: {}, raise_at: {} }}",
                    self.list(&file.anchor),
                    groups.join(", "),
                    self.list(&file.and),
                    file.at_least.unwrap_or(0),
                    file.raise_at.unwrap_or(u8::MAX)
                )
            }
            "missing" => format!("MatcherKind::Missing {{ without: {} }}", self.list(&file.without)),
            "model" => "MatcherKind::Model".to_owned(),
            "detector" => format!(
                "MatcherKind::Detector(DetectorKind::{})",
                capitalized(file.name.as_deref().unwrap_or_default())
            ),
            _ => {
                let patterns: Vec<String> = matcher.patterns.iter().map(|steps| pattern(steps)).collect();
                format!("MatcherKind::Pattern(&[{}])", patterns.join(", "))
            }
        };
        let within = match file.within.as_deref().unwrap_or("sentence") {
            "clause" => "Scope::Clause".to_owned(),
            "paragraph" => "Scope::Paragraph".to_owned(),
            "draft" => "Scope::Draft".to_owned(),
            other => other
                .strip_suffix(" words")
                .map_or_else(|| "Scope::Sentence".to_owned(), |n| format!("Scope::Words({n})")),
        };
        let flag = capitalized(file.flag.as_deref().unwrap_or("match"));
        let language = file.language.as_deref().and_then(|language| {
            let at = self.base.languages.iter().position(|(code, _)| code == language)?;
            Some(format!("Some(Language::at({at}))"))
        });
        let language = language.unwrap_or_else(|| "None".to_owned());
        let own = file
            .severity
            .as_deref()
            .map_or_else(|| "None".to_owned(), |own| format!("Some({})", severity(own)));
        let model = file.model.as_deref().zip(file.sure).map_or_else(
            || "None".to_owned(),
            |(name, sure)| format!("Some((&MODEL_{}, {:?}))", constant(name), log_odds(sure)),
        );
        let _ = write!(
            out,
            "Matcher {{ how: {how}, language: {language}, model: {model}, when: {}, severity: {own}, unless: {}, unless_before: {}, \
             unless_right_before: {}, unless_sentence: {}, unless_anywhere: {}, except: {}, within: {within}, \
             flag: Flag::{flag} }},",
            self.when(file.when.as_ref().unwrap_or(&WhenFile::default())),
            self.list(&file.unless),
            self.list(&file.unless_before),
            self.list(&file.unless_right_before),
            self.list(&file.unless_sentence),
            self.list(&file.unless_anywhere),
            self.list(&file.except),
        );
    }

    fn raise(&self, raise: &RaiseFile) -> String {
        format!("Raise {{ when: {}, with: {} }}", self.when(&raise.when), self.list(&raise.with))
    }
}

/// A probability in percent as the logarithm of its odds.
fn log_odds(percent: u8) -> f32 {
    let probability = f32::from(percent.clamp(1, 99)) / 100.0;
    (probability / (1.0 - probability)).ln()
}

fn pattern(steps: &[CompiledStep]) -> String {
    let steps: Vec<String> = steps
        .iter()
        .map(|step| match step {
            CompiledStep::Signals(list) => format!("Step::Signals({})", kinds(list)),
            CompiledStep::Phrase(kind) => format!("Step::Phrase(SignalKind({kind}))"),
            CompiledStep::Gap(words) => format!("Step::Gap({words})"),
            CompiledStep::SentenceStart => "Step::SentenceStart".to_owned(),
            CompiledStep::SentenceEnd => "Step::SentenceEnd".to_owned(),
            CompiledStep::FlagStart => "Step::FlagStart".to_owned(),
            CompiledStep::FlagEnd => "Step::FlagEnd".to_owned(),
        })
        .collect();
    format!("Pattern {{ steps: &[{}] }}", steps.join(", "))
}
