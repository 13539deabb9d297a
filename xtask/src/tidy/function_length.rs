//! Rule: a Rust function has at most 70 lines, from `fn` to its closing brace: it fits on a screen.

use super::Report;
use super::rust_text::RustText;
use super::tree::Tree;

const LINES_MAX: usize = 70;

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs"]) {
        let text = RustText::new(text);
        for (offset, word) in text.words() {
            let Some((name, body)) = (word == "fn").then(|| body(&text, offset)).flatten() else {
                continue;
            };
            let first = text.line(offset);
            let lines = text.line(text.closing(body).saturating_sub(1)) - first + 1;
            if lines > LINES_MAX {
                let message =
                    format!("`{name}` has {lines} lines, more than {LINES_MAX}; split it by its steps");
                report.push((path.to_owned(), first, message));
            }
        }
    }
}

/// The name of the function whose `fn` stands at an offset, and the offset of its opening brace. None for a
/// function type and for a declaration without a body.
fn body(text: &RustText, offset: usize) -> Option<(String, usize)> {
    let signature = text.after(offset + "fn".len());
    // A `$` is the name in a macro.
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '#');
    let name: String = signature.chars().take_while(|letter| is_name(*letter)).collect();
    if name.is_empty() {
        return None;
    }
    let start = text.as_str().len() - signature.len();
    let mut depth = 0_usize;
    for (at, byte) in text.as_str().bytes().enumerate().skip(start) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'{' if depth == 0 => return Some((name, at)),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    fn function(head: &str, lines: usize) -> String {
        format!("//! F.\n{head} {{\n{}}}\n", "    a();\n".repeat(lines - 2))
    }

    #[test]
    fn a_function_of_71_lines_fails_and_one_of_70_passes() {
        let check_one =
            |text: &str, expect: &[&str]| assert_eq!(broken(check, &[("a/src/lib.rs", text)]), expect);
        let message = "a/src/lib.rs:2: `price` has 71 lines, more than 70; split it by its steps";
        check_one(&function("fn price()", 70), &[]);
        check_one(&function("fn price()", 71), &[message]);
        check_one(&function("pub(crate) async fn price<'a>(a: [u8; 4]) -> impl Fn(&'a str)", 71), &[message]);
    }

    #[test]
    fn braces_in_literals_and_comments_do_not_count() {
        let early = function("fn price() { let a = \"}\"; let b = '}'; // }\n", 80);
        assert_eq!(broken(check, &[("a.rs", &early)]).len(), 1);
        let late = "fn a() { f(\"{\", '{', r#\"{\"#) /* { */ }\n".to_owned() + &"\n".repeat(80);
        assert_eq!(broken(check, &[("a.rs", &late)]), [""; 0]);
    }

    #[test]
    fn declarations_and_function_types_have_no_body() {
        let declarations = "trait T { fn a(&self) -> [u8; 4]; }\nstruct S { f: fn(u8) -> u8 }\n";
        let text = format!("{declarations}mod m {{\n{}}}", "\n".repeat(80));
        assert_eq!(broken(check, &[("a.rs", &text)]), [""; 0]);
    }
}
