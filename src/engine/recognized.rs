//! The signals that code recognizes, by name; all others are lexicons, named after their files.
//!
//! Shared with `rule_format` by path, so that a rule file that names an unknown signal stops the build.

/// Name and meaning of each, in the order of their numbers.
pub(crate) const RECOGNIZED: &[(&str, &str)] = &[
    ("person-name", "a person's name that is no word, staff member, public figure or eponym"),
    ("full-name", "a person's name that points at one person: with a surname, an initial or a title"),
    ("case-name", "a name announced as a patient's: \"Patient: …\", \"pt …\""),
    (
        "possible-name",
        "a word that is often a given name, capitalized inside a sentence, with nothing else to go by",
    ),
    ("one-person", "one person spoken of without a name: \"an older guy\", \"this 4 year old\""),
    ("encounter", "somebody met at work: \"had a kid\", \"told an older man\""),
    ("bare-age", "a number set apart that may be an age: \", 82,\""),
    ("past-verb", "a verb of the past: \"called\", \"left\""),
    ("one-patient", "one patient spoken of without a name: \"a trauma patient\""),
    ("patient-meant", "the word patient where it means somebody"),
    ("chart-patient", "a patient without an article, as only a chart has it: \"pt in bed 14\""),
    ("staff-name", "a person who works at the practice, by the office profile or by a clinician's title"),
    ("office-contact", "the practice's own number, address or web page, by the office profile"),
    ("identifier", "a number or address that stands for one person, with its check digit or its cue word"),
    ("clinician-number", "a clinician's own number, public in itself: an NPI"),
    ("phone", "a telephone number other than the office's and emergency lines"),
    ("email", "a mail address other than the office's"),
    ("url", "a web address"),
    ("mention", "an @handle"),
    ("date", "a calendar date finer than a year"),
    ("clock-time", "a time of day"),
    ("age", "an age in years, months or weeks"),
    ("age-90-plus", "an age over 89, or a birth year that shows one"),
    ("dose", "an amount of a drug"),
    ("number", "any other number"),
    ("price", "an amount of money, by its sign"),
    ("street-address", "a house number, street and street type"),
    ("named-place", "a place smaller than a state: town, ward, room, school, employer"),
    ("room", "a room or bed by its number"),
    (
        "patient-frame",
        "the first and last word of a sentence in a paragraph or record about one person in care",
    ),
    ("quotation", "words in quotation marks"),
    ("question", "the end of a question"),
    ("shouting", "a word in capitals"),
    ("no-name", "a run of words that looks like a name and is none"),
    ("many-words", "the third sentence of a draft"),
    ("first-word", "the first word of a draft: for what goes with it rather than for what it says"),
];
