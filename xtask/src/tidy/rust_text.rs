//! Rust source with its comments and literals blanked, so that rules can search code as text.
//!
//! This is a lexer, no parser: it knows line and nested block comments, strings with their prefixes, raw
//! strings, characters and lifetimes (Rust Reference, "Tokens"). Offsets and lines stay those of the file.

/// The blanked text.
pub(super) struct RustText {
    masked: String,
}

impl RustText {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut masked = bytes.to_vec();
        let mut at = 0;
        while at < bytes.len() {
            match skipped_end(bytes, at) {
                Some(end) => {
                    for byte in &mut masked[at..end] {
                        if *byte != b'\n' {
                            *byte = b' ';
                        }
                    }
                    at = end;
                }
                None => at = word_end(bytes, at).max(at + 1),
            }
        }
        // Only whole tokens are blanked, so the bytes stay UTF-8.
        Self { masked: String::from_utf8_lossy(&masked).into_owned() }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.masked
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        1 + self.masked.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count()
    }

    /// Identifiers and keywords with their offsets, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let bytes = self.masked.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                let end = word_end(bytes, at);
                at = end.max(at + 1);
                if end > start {
                    return Some((start, &self.masked[start..end]));
                }
            }
            None
        })
    }

    /// The rest of the code after an offset, without leading white space.
    pub(super) fn after(&self, offset: usize) -> &str {
        self.masked[offset..].trim_start()
    }

    /// The offset behind the bracket that closes the one at `open`; the end of the text if none does.
    pub(super) fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (offset, byte) in self.masked.bytes().enumerate().skip(open) {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return offset + 1;
                    }
                }
                _ => {}
            }
        }
        self.masked.len()
    }
}

/// The end of the identifier at an offset; the offset itself when there is none. Bytes of other scripts
/// count as letters.
fn word_end(bytes: &[u8], at: usize) -> usize {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
    if bytes[at].is_ascii_digit() {
        return at;
    }
    let length = bytes[at..].iter().take_while(|byte| is_letter(**byte)).count();
    at + length
}

/// The end of the comment or literal at an offset, or None when there is neither.
fn skipped_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        b'/' if bytes[at..].starts_with(b"//") => {
            Some(bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length))
        }
        b'/' if bytes[at..].starts_with(b"/*") => Some(block_comment_end(bytes, at)),
        b'"' => Some(quoted_end(bytes, at + 1, b'"')),
        b'\'' => character_end(bytes, at),
        b'0'..=b'9' => {
            // A number is skipped with its suffix, or `1r"` could look like a raw string.
            let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            Some(at + length)
        }
        _ => prefixed_end(bytes, at),
    }
}

/// A literal with a prefix: `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `c"…"`, `cr"…"`, `b'…'`.
fn prefixed_end(bytes: &[u8], at: usize) -> Option<usize> {
    let prefix_end = word_end(bytes, at);
    let prefix = &bytes[at..prefix_end];
    let rest = &bytes[prefix_end..];
    match prefix {
        b"r" | b"br" | b"cr" => {
            let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
            if rest.get(hashes) != Some(&b'"') {
                return None;
            }
            let mut close = vec![b'"'];
            close.resize(hashes + 1, b'#');
            let body = prefix_end + hashes + 1;
            let length = bytes[body..].windows(close.len()).position(|window| window == close);
            Some(length.map_or(bytes.len(), |length| body + length + close.len()))
        }
        b"b" | b"c" if rest.first() == Some(&b'"') => Some(quoted_end(bytes, prefix_end + 1, b'"')),
        b"b" if rest.first() == Some(&b'\'') => Some(quoted_end(bytes, prefix_end + 1, b'\'')),
        _ => None,
    }
}

/// `'x'` and `'\n'` are characters; `'x` alone is a lifetime and stays.
fn character_end(bytes: &[u8], at: usize) -> Option<usize> {
    let first = *bytes.get(at + 1)?;
    if first == b'\\' {
        return Some(quoted_end(bytes, at + 1, b'\''));
    }
    let width = match first {
        0x00..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    (bytes.get(at + 1 + width) == Some(&b'\'')).then_some(at + 2 + width)
}

fn quoted_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn block_comment_end(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_blanked_and_code_stays() {
        let check = |text: &str, expect: &str| {
            let masked = RustText::new(text);
            assert_eq!(
                masked.as_str().split_whitespace().collect::<Vec<_>>().join(" "),
                expect,
                "of `{text}`"
            );
            assert_eq!(masked.as_str().len(), text.len(), "offsets move in `{text}`");
        };
        check("a // b {", "a");
        check("a /* b /* c */ { */ d", "a d");
        check(r#"f("{", "\"{", b"{", c"{")"#, "f( , , , )");
        check(r###"f(r"{\", r#"{"#, br##"{"# "##)"###, "f( , , )");
        check(r"f('{', '\'', '\u{7b}', b'{', b'\\', '中')", "f( , , , , , )");
        check("fn f<'a>(x: &'a str, y: &'_ str) {}", "fn f<'a>(x: &'a str, y: &'_ str) {}");
        check("r#fn b c", "r#fn b c");
        check("for_r\"{\" + letter", "for_r + letter");
        check("价格 { \"价格\" }", "价格 { }");
    }

    #[test]
    fn an_unclosed_literal_reaches_the_end() {
        for text in ["\"a", "r#\"a\"", "/* a", "b'", "'\\"] {
            RustText::new(text);
        }
    }

    #[test]
    fn words_come_with_their_lines() {
        let text = RustText::new("fn a() {\n    b1(2usize)\n}");
        let words: Vec<_> = text.words().map(|(offset, word)| (text.line(offset), word)).collect();
        assert_eq!(words, [(1, "fn"), (1, "a"), (2, "b1")]);
    }
}
