//! Numbers that nobody can guess.

use js_sys::BigUint64Array;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(array: &BigUint64Array);
}

/// A key drawn by the browser's own generator.
pub(crate) fn random_key() -> u64 {
    let drawn = BigUint64Array::new_with_length(1);
    get_random_values(&drawn);
    drawn.get_index(0)
}
