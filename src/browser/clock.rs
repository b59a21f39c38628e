//! What time it is.

use js_sys::Date;

use crate::records::{Day, Minute};

const MS_A_MINUTE: f64 = 60_000.0;

/// The minute it is now, in universal time.
pub(crate) fn now() -> Minute {
    minute(Date::now() / MS_A_MINUTE)
}

/// The day it is now where the person is.
pub(crate) fn today() -> Day {
    minute(Date::now() / MS_A_MINUTE - Date::new_0().get_timezone_offset()).day()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a conversion of floats to integers saturates, and a clock before 1970 is no clock"
)]
fn minute(minutes: f64) -> Minute {
    Minute(minutes as u32)
}
