//! New ids.

use ops_charter::model::RowId;

/// A random id. `new_id` itself is an `IdSource`: pass `&mut new_id`.
pub(crate) fn new_id() -> RowId {
    let mut bytes = [0; RowId::LEN];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Weaker, but an id is no secret.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    RowId::from_bytes(bytes)
}
