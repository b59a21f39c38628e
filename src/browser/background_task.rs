//! Work that goes on after the event that began it.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// Begins it. In a box: the machinery around a task is compiled once, not once for each task.
pub(crate) fn go_on_with(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}
