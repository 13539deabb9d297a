//! Counters that limit how often something may be tried within a window of time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use mercat_model::Timestamp;

/// Keys that are counted at once; past it the oldest window gives way, so that nobody can fill the memory.
const KEYS_MAX: usize = 100_000;

/// How often within which time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Tries allowed in one window.
    pub tries: u32,
    /// The length of a window, in seconds.
    pub window_seconds: i64,
}

struct Window {
    ends: Timestamp,
    tries: u32,
}

/// Fixed windows by key.
#[derive(Default)]
pub struct Counters {
    windows: Mutex<HashMap<String, Window>>,
}

impl Counters {
    /// Counts a try; an error gives the seconds after which the next one is allowed.
    pub fn hit(&self, key: &str, quota: Quota, now: Timestamp) -> Result<(), i64> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= KEYS_MAX && !windows.contains_key(key) {
            make_room(&mut windows, now);
        }
        let fresh = || Window { ends: now.plus_seconds(quota.window_seconds), tries: 0 };
        let window = windows.entry(key.to_owned()).or_insert_with(fresh);
        if window.ends <= now {
            *window = fresh();
        }
        if window.tries >= quota.tries {
            return Err((window.ends.micros_since(now) / 1_000_000).max(1));
        }
        window.tries += 1;
        Ok(())
    }

    /// Forgets the tries of a key, after one that went well.
    pub fn clear(&self, key: &str) {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

/// Drops the windows that are over; when none is, the one that ends first.
fn make_room(windows: &mut HashMap<String, Window>, now: Timestamp) {
    windows.retain(|_, window| window.ends > now);
    if windows.len() >= KEYS_MAX
        && let Some(first) = windows.iter().min_by_key(|(_, w)| w.ends).map(|(key, _)| key.clone())
    {
        windows.remove(&first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTA: Quota = Quota { tries: 2, window_seconds: 60 };

    #[test]
    fn tries_beyond_the_quota_wait_for_the_next_window() {
        let counters = Counters::default();
        let start = Timestamp::from_micros(0);
        assert_eq!(counters.hit("a", QUOTA, start), Ok(()));
        assert_eq!(counters.hit("a", QUOTA, start), Ok(()));
        assert_eq!(counters.hit("a", QUOTA, start.plus_seconds(20)), Err(40));
        assert_eq!(counters.hit("b", QUOTA, start), Ok(()), "another key has its own window");
        assert_eq!(counters.hit("a", QUOTA, start.plus_seconds(60)), Ok(()));
    }

    #[test]
    fn a_success_forgets_the_tries() {
        let counters = Counters::default();
        let start = Timestamp::from_micros(0);
        for _ in 0..5 {
            assert_eq!(counters.hit("a", QUOTA, start), Ok(()));
            counters.clear("a");
        }
    }

    #[test]
    fn memory_is_bounded() {
        let counters = Counters::default();
        for n in 0..KEYS_MAX + 10 {
            let _ = counters.hit(&n.to_string(), QUOTA, Timestamp::from_micros(0));
        }
        assert!(counters.windows.lock().is_ok_and(|w| w.len() <= KEYS_MAX));
    }
}
