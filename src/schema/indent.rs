//! Lays out one line of JSON for reading.

/// Sets compact JSON as `serde_json`'s pretty form: two spaces a level, empty objects and lists on
/// one line. Done on the text, because a second formatter is a second copy of all that writes.
pub(super) fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        if in_text {
            out.push(c);
            in_text = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        match c {
            '{' | '[' => {
                out.push(c);
                if let Some(close) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                in_text = c == '"';
                out.push(c);
            }
        }
    }
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn it_is_the_usual_pretty_form() {
        let value = json!({
            "empty": {}, "none": [], "deep": [[], [1, {"a": [2.5, null]}], {"b": {}}],
            "text": "a\"b\\\\: {[,]}\\", "": "", "中\n": ["{", "\\\"", true],
        });
        let pretty = serde_json::to_string_pretty(&value).expect("pretty");
        assert_eq!(indented(&value.to_string()), pretty);
    }
}
