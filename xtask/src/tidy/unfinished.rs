//! Rule: nothing unfinished is committed: no `todo!`, `unimplemented!` or `dbg!`.

use super::Report;
use super::rust_text::RustText;
use super::tree::Tree;

const BANNED: &[(&str, &str)] = &[
    ("todo", "write the code, or leave the function out"),
    ("unimplemented", "write the code, or make the case impossible by its type"),
    ("dbg", "remove it, or log with `tracing`"),
];

pub(super) fn check(tree: &Tree, report: &mut Report) {
    for (path, text) in tree.sources(&["rs"]) {
        let text = RustText::new(text);
        for (offset, word) in text.words() {
            let Some((name, remedy)) = BANNED.iter().find(|(name, _)| *name == word) else {
                continue;
            };
            let rest = text.after(offset + word.len());
            if rest.starts_with('!') && !rest.starts_with("!=") {
                report.push((
                    path.to_owned(),
                    text.line(offset),
                    format!("`{name}!` is left over; {remedy}"),
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::broken;

    #[test]
    fn left_over_macros_fail() {
        let text = "fn a() {\n    todo!()\n}\nfn b() { unimplemented! { } }\nfn c() { dbg!(1); }";
        assert_eq!(
            broken(check, &[("a.rs", text)]),
            [
                "a.rs:2: `todo!` is left over; write the code, or leave the function out",
                "a.rs:4: `unimplemented!` is left over; write the code, or make the case impossible by its type",
                "a.rs:5: `dbg!` is left over; remove it, or log with `tracing`",
            ]
        );
    }

    #[test]
    fn words_in_comments_literals_and_names_pass() {
        let text = "// todo!()\nfn todo() -> bool { let todo = \"dbg!\"; todo != other && todo_list!() }";
        assert_eq!(broken(check, &[("a.rs", text)]), [""; 0]);
    }
}
