//! What must stay unflagged: everyday posts that sound like a fault and are none, on every account.
//!
//! A false alarm teaches people to ignore the next true one, so each guard of the policy has lines of its own here.

use chaperone::engine::{AccountKind, Checker, Config, Context, Draft, Severity, Surface, rule};

/// Lines of one guard.
struct Guard {
    /// What they have in common.
    of: &'static str,
    /// Whose account they are posted from.
    account: AccountKind,
    /// Where.
    surfaces: &'static [Surface],
    /// The gravest that may show.
    at_most: Severity,
    lines: &'static [&'static str],
}

use AccountKind::{Personal, Practice, Unknown};
use Surface::{Caption, Comment, Message, Post, Reply, ReviewReply};

const GUARDS: &[Guard] = &[
    Guard {
        of: "general health education",
        account: Practice,
        surfaces: &[Post, Caption],
        at_most: Severity::Polish,
        lines: &[
            "Adults should have their blood pressure checked once a year.",
            "What causes a stye, and when does it need a doctor?",
            "Fluoride helps prevent cavities at every age, says the dental association.",
            "Three signs of dehydration in small children",
            "Antibiotics treat bacteria. They do nothing for a cold.",
            "How alcohol affects sleep, according to recent studies",
            "Most headaches are not emergencies. Know the red flags.",
        ],
    },
    Guard {
        of: "awareness days",
        account: Practice,
        surfaces: &[Post, Caption],
        at_most: Severity::Polish,
        lines: &[
            "October is breast cancer awareness month. Book your screening.",
            "Wear blue on Friday for colon cancer awareness",
            "World Diabetes Day: learn the signs",
            "It's National Nurses Week! Thank you to our wonderful team.",
        ],
    },
    Guard {
        of: "practice on dolls and actors",
        account: Personal,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "In sim lab today our patient coded twice and I ran the whole thing!",
            "The manikin delivered twins at 4 pm and I cried anyway",
            "Passed my OSCE! The standardized patient even cried at my bad news.",
            "Mock code on the unit this morning: we got him back in six minutes.",
        ],
    },
    Guard {
        of: "colleagues remembered, and patients spoken of as many",
        account: Personal,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "She was loved by everyone on 4 west. It was a privilege to work with her.",
            "We lost one of our own this week. He trained half of this department.",
            "I love my residents. They teach me patience and they laugh at my singing.",
            "Those surveys go to anyone who had any test at one of our outpatient clinics.",
        ],
    },
    Guard {
        of: "one's own illness and family",
        account: Personal,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "Two years since my own diagnosis and I'm grateful for every run",
            "My mum had a stroke last spring. Learn the FAST signs.",
            "My son broke his wrist at soccer, six weeks in a cast",
            "I had my gallbladder out on Tuesday and I'm sore but fine",
            "My husband starts chemo tomorrow, please keep us in your thoughts",
            "I get Botox for migraines and it helps me",
        ],
    },
    Guard {
        of: "staff names and credentials, the practice's own numbers",
        account: Practice,
        surfaces: &[Post, Caption],
        at_most: Severity::Polish,
        lines: &[
            "Dr. Lena Shah joins our team on Monday",
            "Happy work anniversary to our hygienist Rosa, ten years with us!",
            "Our new office manager, Dana, will be at the front desk this week",
            "Congratulations to nurse practitioner Amy Holt on passing her boards",
            "We are at 12 Oak Street in Millbrook, Monday to Friday 8 to 5",
        ],
    },
    Guard {
        of: "fiction, film and television",
        account: Personal,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "That surgery scene in the new season was gross and I loved it",
            "Nobody codes like that outside a TV show",
            "Rewatching ER reruns and yelling at the screen",
            "The doctor in this novel is the worst and I can't put it down",
            "Plot twist: the patient in episode three was the nurse's brother",
        ],
    },
    Guard {
        of: "negations",
        account: Practice,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "We never film visits and never post patients.",
            "We do not offer discounts for reviews.",
            "No treatment is painless for everyone. Ask what to expect.",
            "Our nurses cannot accept friend requests from patients.",
            "There is no guarantee that any procedure works for everyone",
            "Compounded drugs are not the same as the brand and are not FDA-approved.",
        ],
    },
    Guard {
        of: "quotes of policy or law",
        account: Practice,
        surfaces: &[Post, Reply],
        at_most: Severity::Polish,
        lines: &[
            "HIPAA does not allow us to confirm who has been to our office.",
            "Blurring a face is not enough: voices and tattoos identify people too.",
            "Our photo policy: no pictures without a signed form",
            "Why verbal consent is not enough for photos: a refresher for our team",
            "Never share a patient's name, room or story. Privacy training is on Friday.",
        ],
    },
    Guard {
        of: "hypotheticals",
        account: Unknown,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "Suppose a patient asks you to add them on Facebook. What would you say?",
            "Practice question: a 60 year old man presents with chest pain. Next step?",
            "If a patient records the visit, what does your state say?",
            "Composite teaching case, details changed, not one person.",
        ],
    },
    Guard {
        of: "news on public figures",
        account: Personal,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "The president tested positive for covid, officials say",
            "RIP Chadwick Boseman. Book your colonoscopy.",
            "Police said the suspect was treated at a hospital and released",
            "The king will have surgery next week, according to the palace",
        ],
    },
    Guard {
        of: "research with numbers",
        account: Unknown,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "In the trial, patients aged 65 to 74 had 20 percent fewer falls",
            "A study of 1,204 nurses found that sleep improved after four weeks",
            "Of 91 patients, 12 withdrew before the second visit, the authors report",
            "A new study found fewer falls among people who did tai chi twice a week",
        ],
    },
    Guard {
        of: "idioms",
        account: Personal,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "Be patient with me, I'm new at baking",
            "That song is pure medicine",
            "This video of a raccoon went viral and I get it",
            "Positive vibes only this week",
            "Bless the barista who gave me a double shot",
            "Discharged from jury duty at noon, what a day",
            "Tea or coffee? Window or aisle?",
            "This traffic is killing me slowly",
        ],
    },
    Guard {
        of: "animals and veterinarians",
        account: Unknown,
        surfaces: &[Post, Caption],
        at_most: Severity::Polish,
        lines: &[
            "Our vet pulled three teeth from my cat today, poor girl",
            "The puppy had surgery this morning and is already stealing socks",
            "My dog's abscess popped all over the couch",
            "Our office dog Biscuit turns five today",
        ],
    },
    Guard {
        of: "job ads",
        account: Practice,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "We're hiring a dental assistant! Send your resume to the office.",
            "Join our team: full time RN, nights, sign-on bonus",
            "Now recruiting a physical therapist who loves working with older adults",
            "Open position for a medical receptionist, apply online today",
        ],
    },
    Guard {
        of: "unions, pay, staffing, safety complaints and whistleblowing",
        account: Personal,
        surfaces: &[Post, Comment],
        at_most: Severity::Polish,
        lines: &[
            "Short-staffed again; eight patients per nurse is unsafe",
            "Nurses deserve better ratios and fair pay. See you on the picket line.",
            "Management ignored three reports about broken alarms. We are filing with OSHA.",
            "I reported unsafe staffing to the state and was fired. I am fighting it.",
            "Twelve hours without a break is not a badge of honor",
            "Our contract vote is on Tuesday. Union strong!",
            "The hospital cut our overtime pay and called it restructuring",
        ],
    },
    Guard {
        of: "the office's daily life",
        account: Practice,
        surfaces: &[Post],
        at_most: Severity::Polish,
        lines: &[
            "We're closed Thursday and Friday for Thanksgiving",
            "Election day: our office opens at noon so that everyone can vote",
            "Go Hornets! Wear your team colors on Friday.",
            "Please don't film in our waiting room, other people's privacy matters",
            "Before your first visit, please fill in the forms online",
            "Thank you for choosing us for 20 years, Dayton!",
        ],
    },
    Guard {
        of: "safe answers",
        account: Practice,
        surfaces: &[ReviewReply, Reply, Message],
        at_most: Severity::Polish,
        lines: &[
            "Thank you for the kind words.",
            "We would like to hear more. Please call our office.",
            "You're welcome to record so that you can listen again.",
            "Our policy is to confirm appointments by text.",
        ],
    },
];

#[test]
fn everyday_posts_stay_unflagged_whatever_they_sound_like() {
    let checker = Checker::new(Config::default());
    let mut faults = Vec::new();
    for guard in GUARDS {
        for surface in guard.surfaces {
            let context = Context { account: guard.account, surface: *surface, ..Context::default() };
            for text in guard.lines {
                for finding in checker.check(&Draft { text, context: &context }).findings {
                    if finding.severity > guard.at_most {
                        let code = rule(finding.rule).map(|rule| rule.code);
                        faults.push(format!("{}: {code:?} flags {text:?} as a {surface:?}", guard.of));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_guard_has_several_lines() {
    let lines: usize = GUARDS.iter().map(|guard| guard.lines.len()).sum();
    assert!(lines >= 80, "{lines}");
    assert!(GUARDS.iter().all(|guard| guard.lines.len() >= 4));
}
