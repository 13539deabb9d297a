//! Why a product is shown, in words: a code and its arguments through `reasons.ftl`.

use fluent_bundle::FluentValue;
use mercat_model::{CategoryId, Locale, ProductId, Reason, ReasonArg};

use crate::texts::Texts;

/// Where the names behind ids come from, in the reader's language.
pub trait ReasonNames {
    /// The title of a product; none when it is not known any more.
    fn product_title(&self, id: ProductId) -> Option<String>;
    /// The name of a category; none when it is not known any more.
    fn category_name(&self, id: CategoryId) -> Option<String>;
}

/// A reason in words. One that names something unknown, or whose code has no text, becomes a plain "Picked for you".
pub fn reason_text(locale: &Locale, reason: &Reason, names: &dyn ReasonNames) -> String {
    let texts = Texts::new(locale, &Locale::en());
    let args: Option<Vec<(&str, FluentValue<'_>)>> = reason
        .args
        .iter()
        .map(|(name, value)| Some((name.as_str(), value_of(&texts, value, names)?)))
        .collect();
    let id = format!("reason-{}", reason.code.replace('_', "-"));
    args.and_then(|args| texts.find(&id, &args)).unwrap_or_else(|| texts.text("reason-picked"))
}

fn value_of<'a>(texts: &Texts, value: &'a ReasonArg, names: &dyn ReasonNames) -> Option<FluentValue<'a>> {
    Some(match value {
        ReasonArg::Product(id) => names.product_title(*id)?.into(),
        ReasonArg::Category(id) => names.category_name(*id)?.into(),
        ReasonArg::Count(count) => (*count).into(),
        ReasonArg::Money(money) => texts.money(*money).into(),
        ReasonArg::Text(text) => text.as_str().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Known;

    impl ReasonNames for Known {
        fn product_title(&self, id: ProductId) -> Option<String> {
            (id == product()).then(|| "Clay teapot".to_owned())
        }

        fn category_name(&self, _: CategoryId) -> Option<String> {
            Some("Tea".to_owned())
        }
    }

    fn product() -> ProductId {
        ProductId::from_parts(1, [1; 10])
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        let (product, category) = (ReasonArg::Product(product()), CategoryId::from_parts(1, [2; 10]));
        for reason in [
            Reason::new("popular"),
            Reason::new("popular_in_category").with("category", ReasonArg::Category(category)),
            Reason::new("popular_in_region").with("region", ReasonArg::Text("浙江".to_owned())),
            Reason::new("also_bought").with("product", product.clone()),
            Reason::new("similar_to").with("product", product.clone()),
            Reason::new("because_you_viewed").with("product", product.clone()),
            Reason::new("because_you_bought").with("product", product.clone()),
            Reason::new("new_arrival"),
            Reason::new("from_catalogue"),
        ] {
            for locale in [Locale::en(), Locale::zh_cn()] {
                let text = reason_text(&locale, &reason, &Known);
                let plain = Texts::new(&locale, &locale).text("reason-picked");
                assert!(text != plain && !text.contains('{') && !text.contains("reason-"), "{text}");
            }
        }
    }

    #[test]
    fn reasons_name_what_they_are_about() {
        let reason = Reason::new("also_bought").with("product", ReasonArg::Product(product()));
        assert!(reason_text(&Locale::en(), &reason, &Known).contains("Clay teapot"));
        assert!(reason_text(&Locale::zh_cn(), &reason, &Known).contains("Clay teapot"));
    }

    #[test]
    fn a_reason_about_something_gone_stays_readable() {
        let gone = ReasonArg::Product(ProductId::from_parts(2, [9; 10]));
        let reason = Reason::new("also_bought").with("product", gone);
        assert_eq!(reason_text(&Locale::en(), &reason, &Known), "Picked for you");
        assert_eq!(reason_text(&Locale::en(), &Reason::new("no_such_code"), &Known), "Picked for you");
    }
}
