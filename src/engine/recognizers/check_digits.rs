//! The arithmetic by which issuers of numbers catch typing errors, and we tell a number of that kind from any other.
//!
//! All functions take the number without separators: ASCII digits and capital letters.

/// A test that a number must pass. Its name in `identifiers/*.toml` is the variant's in kebab-case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// Any number of the shape will do.
    None,
    /// Payment cards and Canadian social insurance numbers (ISO/IEC 7812).
    Luhn,
    /// US social security numbers: areas, groups and serials that exist; individual taxpayer numbers too.
    Ssn,
    /// US national provider identifiers: Luhn behind the prefix 80840.
    Npi,
    /// US DEA registrations.
    Dea,
    /// UK NHS numbers: modulus 11.
    Nhs,
    /// Australian Medicare cards.
    AuMedicare,
    /// Aadhaar (Verhoeff).
    Verhoeff,
    /// International bank accounts (ISO 13616): modulus 97.
    Iban,
    /// Vehicle identification numbers: position 9.
    Vin,
    /// Spanish identity cards and foreigners' numbers: a letter by modulus 23.
    SpanishLetter,
    /// Mexican population register: position 18.
    Curp,
    /// Italian tax codes: position 16.
    CodiceFiscale,
    /// Chilean identity numbers: modulus 11.
    Rut,
    /// Brazilian taxpayers: two digits by modulus 11.
    Cpf,
    /// North American telephone numbers: area and exchange begin with 2 to 9.
    Nanp,
}

impl Check {
    /// Whether `number` passes.
    pub(crate) fn passes(self, number: &str) -> bool {
        let bytes = number.as_bytes();
        match self {
            Check::None => true,
            Check::Luhn => luhn(bytes.iter()) && !is_repeated(bytes),
            Check::Ssn => ssn(number),
            Check::Npi => luhn(b"80840".iter().chain(bytes)),
            Check::Dea => dea(bytes),
            Check::Nhs => nhs(bytes) && !is_repeated(bytes),
            Check::AuMedicare => au_medicare(bytes),
            Check::Verhoeff => verhoeff(bytes) && !is_repeated(bytes),
            Check::Iban => iban(bytes),
            Check::Vin => vin(bytes),
            Check::SpanishLetter => spanish_letter(bytes),
            Check::Curp => curp(number),
            Check::CodiceFiscale => codice_fiscale(bytes),
            Check::Rut => rut(bytes),
            Check::Cpf => cpf(bytes) && !is_repeated(bytes),
            Check::Nanp => nanp(bytes),
        }
    }
}

fn digit(byte: u8) -> u32 {
    u32::from(byte.wrapping_sub(b'0'))
}

fn is_repeated(bytes: &[u8]) -> bool {
    bytes.windows(2).all(|pair| matches!(pair, [a, b] if a == b))
}

fn luhn<'b>(digits: impl DoubleEndedIterator<Item = &'b u8>) -> bool {
    let sum: u32 = digits
        .rev()
        .enumerate()
        .map(|(place, byte)| match (place % 2, digit(*byte)) {
            (0, value) => value,
            (_, value) if value > 4 => value * 2 - 9,
            (_, value) => value * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn weighted(bytes: &[u8], weights: &[u32]) -> u32 {
    bytes.iter().zip(weights).map(|(byte, weight)| digit(*byte) * weight).sum()
}

fn at(bytes: &[u8], place: usize) -> u32 {
    bytes.get(place).map_or(0, |byte| digit(*byte))
}

fn ssn(number: &str) -> bool {
    let part = |from, to| number.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let (area, group, serial) = (part(0, 3), part(3, 5), part(5, 9));
    let taxpayer = area >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99);
    let area_exists = (1..=899).contains(&area) && area != 666;
    (area_exists || taxpayer) && group != 0 && serial != 0
}

fn dea(bytes: &[u8]) -> bool {
    let Some(digits) = bytes.get(2..9) else { return false };
    let sum =
        at(digits, 0) + at(digits, 2) + at(digits, 4) + 2 * (at(digits, 1) + at(digits, 3) + at(digits, 5));
    sum > 0 && sum % 10 == at(digits, 6)
}

fn nhs(bytes: &[u8]) -> bool {
    let check = (11 - weighted(bytes, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    check == at(bytes, 9)
}

fn au_medicare(bytes: &[u8]) -> bool {
    (2..=6).contains(&at(bytes, 0)) && weighted(bytes, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == at(bytes, 8)
}

fn iban(bytes: &[u8]) -> bool {
    let Some((head, account)) = bytes.split_at_checked(4) else { return false };
    let rest = account.iter().chain(head).fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + digit(*byte)) % 97,
        _ => (rest * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    });
    rest == 1
}

fn vin(bytes: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte {
        b'0'..=b'9' => digit(byte),
        b'A'..=b'H' => u32::from(byte - b'A') + 1,
        b'J'..=b'N' => u32::from(byte - b'J') + 1,
        b'P' => 7,
        b'R' => 9,
        _ => u32::from(byte.saturating_sub(b'S')) + 2,
    };
    let rest = bytes.iter().zip(WEIGHTS).map(|(byte, weight)| value(*byte) * weight).sum::<u32>() % 11;
    let check = if rest == 10 { b'X' } else { b'0' + u8::try_from(rest).unwrap_or(0) };
    bytes.get(8) == Some(&check) && bytes.iter().any(u8::is_ascii_alphabetic)
}

fn nanp(bytes: &[u8]) -> bool {
    let national = match bytes {
        [b'1', rest @ ..] | [b'0', b'0', b'1', rest @ ..] if rest.len() == 10 => rest,
        _ => bytes,
    };
    let from_two = |place: usize| at(national, place) >= 2;
    match national.len() {
        10 => from_two(0) && from_two(3),
        7 => from_two(0),
        _ => false,
    }
}

fn verhoeff(bytes: &[u8]) -> bool {
    const PRODUCT: [[u8; 10]; 10] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
        [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
        [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
        [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
        [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
        [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
        [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
        [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
        [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];
    const TURN: [[u8; 10]; 8] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
        [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
        [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
        [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
        [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
        [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
        [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
    ];
    let look = |table: &[[u8; 10]], row: usize, column: usize| {
        table.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    };
    let rest = bytes.iter().rev().enumerate().fold(0_u8, |rest, (place, byte)| {
        let turned = look(&TURN, place % 8, digit(*byte) as usize);
        look(&PRODUCT, usize::from(rest), usize::from(turned))
    });
    rest == 0 && at(bytes, 0) >= 2
}

/// "12345678Z", and "X1234567L", where X, Y and Z stand for 0, 1 and 2.
fn spanish_letter(bytes: &[u8]) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let Some((letter, body)) = bytes.split_last() else { return false };
    let value = |sum: u32, byte: &u8| match byte {
        b'X'..=b'Z' => sum * 10 + u32::from(byte - b'X'),
        byte => sum * 10 + digit(*byte),
    };
    body.len() == 8 && LETTERS.get(body.iter().fold(0, value) as usize % LETTERS.len()) == Some(letter)
}

fn curp(number: &str) -> bool {
    const ORDER: &str = "0123456789ABCDEFGHIJKLMN\u{d1}OPQRSTUVWXYZ";
    let weighed = number.chars().take(17).zip((2..=18).rev());
    let sum: Option<u32> = weighed
        .map(|(c, weight)| Some(u32::try_from(ORDER.chars().position(|other| other == c)?).ok()? * weight))
        .sum();
    sum.is_some_and(|sum| (10 - sum % 10) % 10 == at(number.as_bytes(), 17)) && number.len() == 18
}

/// Odd places count by a table of their own, even ones by the order of the letters.
fn codice_fiscale(bytes: &[u8]) -> bool {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let place = |byte: u8| if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(b'A') };
    let Some((last, body)) = bytes.split_last() else { return false };
    let value = |(at, byte): (usize, &u8)| match at % 2 {
        0 => ODD.get(usize::from(place(*byte))).copied().unwrap_or(0),
        _ => u32::from(place(*byte)),
    };
    body.len() == 15 && body.iter().enumerate().map(value).sum::<u32>() % 26 == u32::from(place(*last))
}

fn rut(bytes: &[u8]) -> bool {
    let Some((last, body)) = bytes.split_last() else { return false };
    let weighed = body.iter().rev().zip((2..=7).cycle());
    let sum: u32 = weighed.map(|(byte, weight)| digit(*byte) * weight).sum();
    match 11 - sum % 11 {
        11 => *last == b'0',
        10 => *last == b'K',
        value => digit(*last) == value,
    }
}

fn cpf(bytes: &[u8]) -> bool {
    let is_right = |length: u32| {
        let weighed = bytes.iter().zip((2..=length + 1).rev());
        let sum: u32 = weighed.map(|(byte, weight)| digit(*byte) * weight).sum();
        sum * 10 % 11 % 10 == at(bytes, length as usize)
    };
    bytes.len() == 11 && is_right(9) && is_right(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Changing one digit of a number that passes must make it fail.
    fn holds(check: Check, number: &str) {
        assert!(check.passes(number), "{check:?} {number}");
        let last = number.len() - 1;
        let (body, end) = number.split_at(last);
        let other = if end == "7" { '8' } else { '7' };
        assert!(!check.passes(&format!("{body}{other}")), "{check:?} {body}{other}");
    }

    #[test]
    fn numbers_with_a_check_digit_pass_and_their_neighbors_fail() {
        holds(Check::Luhn, "4539578763621486");
        holds(Check::Npi, "1234567893");
        holds(Check::Dea, "AB1234563");
        holds(Check::Nhs, "9434765919");
        holds(Check::AuMedicare, "295012348");
        holds(Check::Verhoeff, "234123412346");
        holds(Check::Iban, "GB82WEST12345698765432");
    }

    #[test]
    fn a_vehicle_number_is_checked_at_its_ninth_place() {
        assert!(Check::Vin.passes("1M8GDM9AXKP042788"));
        assert!(!Check::Vin.passes("1M8GDM9A1KP042788"));
    }

    #[test]
    fn social_security_numbers_follow_the_area_rules() {
        for good in ["123456789", "078051120", "912701234"] {
            assert!(Check::Ssn.passes(good), "{good}");
        }
        for bad in ["000123456", "666123456", "912001234", "123006789", "123450000"] {
            assert!(!Check::Ssn.passes(bad), "{bad}");
        }
    }

    #[test]
    fn telephone_areas_begin_with_two_or_more() {
        assert!(Check::Nanp.passes("12125550142"));
        assert!(Check::Nanp.passes("5550142"));
        assert!(!Check::Nanp.passes("1125550142"));
    }

    #[test]
    fn identity_numbers_of_spanish_and_other_speakers() {
        for (check, right, wrong) in [
            (Check::SpanishLetter, "12345678Z", "12345678A"),
            (Check::SpanishLetter, "X1234567L", "Y1234567L"),
            (Check::Curp, "HEGG560427MVZRRL04", "HEGG560427MVZRRL05"),
            (Check::CodiceFiscale, "RSSMRA85T10A562S", "RSSMRA85T10A562T"),
            (Check::Rut, "123456785", "123456784"),
            (Check::Cpf, "52998224725", "52998224726"),
        ] {
            assert!(check.passes(right), "{right}");
            assert!(!check.passes(wrong), "{wrong}");
        }
    }
}
