//! Remembers answers that cost a question: bounded, forgetting what was not asked for lately.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use mercat_model::Timestamp;

/// Answers by question. Two generations: what is asked for moves into the young one; when that is full it becomes the
/// old one, and what nobody asked for since goes. Costs a lock and a look-up a question.
pub struct Memo<K, V> {
    generations: Mutex<Generations<K, V>>,
    young_max: usize,
}

struct Generations<K, V> {
    young: HashMap<K, Kept<V>>,
    old: HashMap<K, Kept<V>>,
}

struct Kept<V> {
    value: V,
    until: Option<Timestamp>,
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// Remembers at most so many answers.
    pub fn new(capacity: usize) -> Self {
        let generations = Generations { young: HashMap::new(), old: HashMap::new() };
        Memo { generations: Mutex::new(generations), young_max: (capacity / 2).max(1) }
    }

    /// The answer, if it is remembered and still holds.
    pub fn get<Q>(&self, question: &Q, now: Timestamp) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let mut held = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = held.young.get(question) {
            return kept.current(now);
        }
        let (question, kept) = held.old.remove_entry(question)?;
        let value = kept.current(now)?;
        self.put(&mut held, question, kept);
        Some(value)
    }

    /// Remembers an answer, until a time or for as long as there is room.
    pub fn insert(&self, question: K, value: V, until: Option<Timestamp>) {
        let mut held = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        self.put(&mut held, question, Kept { value, until });
    }

    /// Forgets every answer.
    pub fn clear(&self) {
        let mut held = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        held.young.clear();
        held.old.clear();
    }

    fn put(&self, held: &mut Generations<K, V>, question: K, kept: Kept<V>) {
        if held.young.len() >= self.young_max {
            held.old = std::mem::take(&mut held.young);
        }
        held.young.insert(question, kept);
    }
}

impl<V: Clone> Kept<V> {
    fn current(&self, now: Timestamp) -> Option<V> {
        self.until.is_none_or(|until| now < until).then(|| self.value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(0).plus_seconds(seconds)
    }

    #[test]
    fn what_is_asked_for_stays_and_memory_is_bounded() {
        let memo = Memo::new(10);
        memo.insert("kept".to_owned(), 1, None);
        for n in 0..100 {
            memo.insert(n.to_string(), n, None);
            assert_eq!(memo.get("kept", at(0)), Some(1));
        }
        assert_eq!(memo.get("0", at(0)), None);
        let held = memo.generations.lock().unwrap();
        assert!(held.young.len() + held.old.len() <= 11);
    }

    #[test]
    fn an_answer_holds_as_long_as_it_was_said_to() {
        let memo = Memo::new(10);
        memo.insert("soon over", 1, Some(at(10)));
        memo.insert("long", 2, None);
        assert_eq!((memo.get("soon over", at(9)), memo.get("soon over", at(10))), (Some(1), None));
        memo.clear();
        assert_eq!(memo.get("long", at(0)), None);
    }
}
