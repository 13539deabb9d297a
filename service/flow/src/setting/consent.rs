//! What visitors agree to: the shop's policy, the purposes, and what holds for a browser. It keeps nothing.

use serde::{Deserialize, Serialize};

/// Whether visitors are asked before their behaviour is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentPolicy {
    /// Nothing is recorded or kept in the browser before the visitor agrees (opt-in).
    #[default]
    Required,
    /// Analytics and personalisation go on until the visitor refuses (opt-out).
    Implied,
}

/// The purposes that a visitor agreed to. What the shop cannot work without is not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Consent {
    /// Counting what is looked at and bought.
    pub analytics: bool,
    /// Showing goods by what was looked at before.
    pub personalisation: bool,
    /// Advertisements and messages by behaviour.
    pub marketing: bool,
}

impl ConsentPolicy {
    /// Every policy.
    pub const ALL: [ConsentPolicy; 2] = [ConsentPolicy::Required, ConsentPolicy::Implied];

    /// The name as kept and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            ConsentPolicy::Required => "required",
            ConsentPolicy::Implied => "implied",
        }
    }

    /// The policy of a name.
    pub fn named(name: &str) -> Option<Self> {
        ConsentPolicy::ALL.into_iter().find(|policy| policy.as_str() == name)
    }

    /// What holds for a browser with the choice it made, if it made one; none while it has to be asked first.
    /// Marketing always needs a yes: an unread banner is not one.
    pub fn holds(self, choice: Option<Consent>) -> Option<Consent> {
        let implied = Consent { analytics: true, personalisation: true, marketing: false };
        choice.or((self == ConsentPolicy::Implied).then_some(implied))
    }
}

impl Consent {
    /// Nothing.
    pub const NONE: Consent = Consent { analytics: false, personalisation: false, marketing: false };

    /// Everything.
    pub const ALL: Consent = Consent { analytics: true, personalisation: true, marketing: true };

    /// Every purpose by its name, and whether it was agreed to.
    pub fn purposes(self) -> [(&'static str, bool); 3] {
        [
            ("analytics", self.analytics),
            ("personalisation", self.personalisation),
            ("marketing", self.marketing),
        ]
    }

    /// The consent to the purposes that a test says yes to.
    pub fn to(agreed: impl Fn(&str) -> bool) -> Self {
        Consent {
            analytics: agreed("analytics"),
            personalisation: agreed("personalisation"),
            marketing: agreed("marketing"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_always_counts_and_silence_means_what_the_policy_says() {
        let some = Consent { analytics: true, ..Consent::NONE };
        for policy in ConsentPolicy::ALL {
            for choice in [Consent::NONE, Consent::ALL, some] {
                assert_eq!(policy.holds(Some(choice)), Some(choice));
            }
            assert_eq!(ConsentPolicy::named(policy.as_str()), Some(policy));
        }
        assert_eq!(ConsentPolicy::Required.holds(None), None);
        let implied = ConsentPolicy::Implied.holds(None).unwrap();
        assert!(implied.analytics && implied.personalisation && !implied.marketing);
        assert_eq!(ConsentPolicy::named("never"), None);
    }

    #[test]
    fn purposes_by_name_and_back() {
        for consent in [Consent::NONE, Consent::ALL, Consent { marketing: true, ..Consent::NONE }] {
            let agreed: Vec<&str> =
                consent.purposes().into_iter().filter(|(_, yes)| *yes).map(|(name, _)| name).collect();
            assert_eq!(Consent::to(|name| agreed.contains(&name)), consent);
        }
    }
}
