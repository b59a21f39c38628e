//! What the organization has set, in the storage that only it can write.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::plain::value_of;
use crate::settings::Managed;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get, catch)]
    async fn managed_get(keys: &JsValue) -> Result<JsValue, JsValue>;
}

/// The organization's policy; an empty one where there is none.
pub(crate) async fn managed_policy() -> Managed {
    // Firefox refuses the call where no policy is set, which is no mishap.
    let Ok(policy) = managed_get(&JsValue::NULL).await else { return Managed::default() };
    Managed::read(value_of(&policy).unwrap_or_default())
}
