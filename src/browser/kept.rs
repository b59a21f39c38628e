//! What is kept in the browser's storage beside the settings, each under a key of its own.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::console::{Kind, warn};
use super::error::BrowserError;
use super::lock::alone;
use super::plain::{from_plain, to_plain};
use super::storage;
use crate::records::{ConsentList, RecordBook};

/// Something that is kept as a whole.
pub(crate) trait Kept: Default + Serialize + DeserializeOwned + 'static {
    /// Where it is kept, and what its lock is called.
    const KEY: &'static str;
    /// Where one that cannot be read is moved, so that it is not lost.
    const SET_ASIDE: &'static str;
}

impl Kept for RecordBook {
    const KEY: &'static str = "records";
    const SET_ASIDE: &'static str = "records-set-aside";
}

impl Kept for ConsentList {
    const KEY: &'static str = "consents";
    const SET_ASIDE: &'static str = "consents-set-aside";
}

/// How it is now; empty when nothing is kept.
pub(crate) async fn load<T: Kept>() -> Result<T, BrowserError> {
    alone(T::KEY, read()).await
}

/// Changes it as it is now, whoever changed it last; answers how it is then, and what the change answers.
pub(crate) async fn change<T: Kept, A: 'static>(
    change: impl FnOnce(&mut T) -> A + 'static,
) -> Result<(T, A), BrowserError> {
    alone(T::KEY, async move {
        let mut kept: T = read().await?;
        let answer = change(&mut kept);
        storage::set(&[(T::KEY, to_plain(&kept)?)]).await?;
        Ok((kept, answer))
    })
    .await
}

async fn read<T: Kept>() -> Result<T, BrowserError> {
    let Some(value) = storage::get(T::KEY).await? else { return Ok(T::default()) };
    if let Some(kept) = from_plain(&value) {
        return Ok(kept);
    }
    warn(Kind::RecordsSetAside);
    storage::set(&[(T::SET_ASIDE, value)]).await?;
    storage::remove(T::KEY).await?;
    Ok(T::default())
}
