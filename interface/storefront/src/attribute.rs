//! Names and values of product attributes in the reader's language; what no file translates stays as it is.

use crate::texts::Texts;

/// The name of an attribute: `colour` → `Colour`, `颜色`.
pub fn name(texts: &Texts, key: &str) -> String {
    texts.find(&message_id("attribute", key), &[]).unwrap_or_else(|| {
        let mut letters = key.replace('_', " ");
        if let Some(first) = letters.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        letters
    })
}

/// A value of an attribute: `sage green` → `鼠尾草绿`.
pub fn value(texts: &Texts, value: &str) -> String {
    texts.find(&message_id("value", value), &[]).unwrap_or_else(|| value.to_owned())
}

/// A Fluent id of the letters of a text.
fn message_id(kind: &str, text: &str) -> String {
    let letters = text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    format!("{kind}-{}", letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use mercat_model::Locale;

    use super::*;

    #[test]
    fn known_attributes_are_translated_and_others_stay() {
        let zh = Texts::new(&Locale::zh_cn(), &Locale::en());
        assert_eq!(name(&zh, "colour"), "颜色");
        assert_eq!(value(&zh, "teal"), "蓝绿色");
        assert_eq!(name(&zh, "thread_count"), "Thread count");
        assert_eq!(value(&zh, "350 ml"), "350 ml");
        assert_eq!(name(&zh, "产地"), "产地");
    }
}
