//! Artefacts:
//!
//! 1. a model answers alike before it is written and after it is read back;
//! 2. bytes that were changed, cut or left out are refused, without a panic;
//! 3. arrays that do not fit each other are refused even when every hash is right;
//! 4. arrays are aligned, little-endian, and as long as the manifest says.

mod shop;

use std::sync::OnceLock;

use mercat_recommend::artefact::{ALIGNMENT, ARRAYS_FILE, FINGERPRINT_FILE, MANIFEST_FILE};
use mercat_recommend::{
    ArrayData, Artefact, HistoryItem, NamedArray, RecommendError, Recommendations, Request, Signal, Slot,
};
use proptest::prelude::*;
use shop::{any_shop, checkerboard, day, product_id, recommendations, trained};

fn files() -> &'static [(&'static str, Vec<u8>)] {
    static FILES: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| trained(checkerboard()).files())
}

fn read(files: &[(&'static str, Vec<u8>)]) -> Result<Recommendations, RecommendError> {
    Recommendations::from_artefact(Artefact::from_files(files.iter().cloned())?)
}

fn requests() -> Vec<Request> {
    let history =
        (0..6).map(|n| HistoryItem { product: product_id(n), signal: Signal::Purchase, at: day(n.into()) });
    let history: Vec<HistoryItem> = history.collect();
    [Slot::Popular, Slot::ForYou, Slot::SimilarTo(product_id(1)), Slot::BoughtWith(product_id(2))]
        .map(|slot| Request {
            slot,
            category: None,
            region: Some("Norway".to_owned()),
            history: history.clone(),
            exclude: Vec::new(),
            limit: 12,
            now: day(30),
            personalise: true,
        })
        .to_vec()
}

#[test]
fn arrays_are_aligned_and_as_long_as_the_manifest_says() {
    let artefact = trained(checkerboard());
    let files = artefact.files();
    assert_eq!(
        files.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        [MANIFEST_FILE, FINGERPRINT_FILE, ARRAYS_FILE]
    );
    assert_eq!(files[1].1, artefact.fingerprint().into_bytes());
    for (entry, array) in artefact.manifest().arrays.iter().zip(artefact.arrays()) {
        assert_eq!(entry.offset as usize % ALIGNMENT, 0);
        assert_eq!((entry.length as usize, entry.dtype.as_str()), (array.data.len(), array.data.dtype()));
        let own = &files[2].1[entry.offset as usize..(entry.offset + entry.bytes) as usize];
        if let ArrayData::F32(values) = &array.data
            && let Some(first) = values.first()
        {
            assert_eq!(own[..4], first.to_le_bytes(), "{}", entry.name);
        }
    }
}

#[test]
fn the_checkerboard_is_guessed_in_the_hold_out() {
    let artefact = trained(checkerboard());
    let manifest = artefact.manifest();
    let metrics = manifest.metrics.unwrap();
    assert_eq!((manifest.log_offset, manifest.seed, metrics.members), (42, 7, u64::from(shop::USERS)));
    assert_eq!(metrics.personal_hr_at_10, 1.0);
    assert!(metrics.popular_hr_at_10 < 1.0);
    assert!(mercat_recommend::accept(manifest, Some(manifest)).is_ok());
}

#[test]
fn missing_files_are_named() {
    for left_out in 0..3 {
        let mut some = files().to_vec();
        let (name, _) = some.remove(left_out);
        assert_eq!(read(&some).unwrap_err(), RecommendError::MissingFile(name));
    }
}

#[test]
fn a_model_of_another_format_is_refused() {
    let (mut manifest, arrays) = trained(checkerboard()).into_parts();
    manifest.format = 99;
    let error = read(&Artefact::sealed(manifest, arrays).unwrap().files()).unwrap_err();
    assert_eq!(error, RecommendError::UnknownFormat { kind: "recommend".to_owned(), format: 99 });
}

#[test]
fn numbers_that_are_none_are_refused() {
    let (manifest, mut arrays) = trained(checkerboard()).into_parts();
    for array in &mut arrays {
        if let ArrayData::F32(values) = &mut array.data {
            values.push(f32::NAN);
        }
    }
    assert!(matches!(Artefact::sealed(manifest, arrays), Err(RecommendError::BadArray { .. })));
}

/// One array of the model, changed without regard to the others.
fn disturb(array: &mut NamedArray, at: prop::sample::Index, value: u32, longer: Option<bool>) {
    fn change<T: Copy>(values: &mut Vec<T>, at: prop::sample::Index, value: T, longer: Option<bool>) {
        match longer {
            Some(true) => values.push(value),
            Some(false) => drop(values.pop()),
            None if values.is_empty() => {}
            None => {
                let at = at.index(values.len());
                values[at] = value;
            }
        }
    }
    match &mut array.data {
        ArrayData::U8(values) => change(values, at, value as u8, longer),
        ArrayData::U32(values) => change(values, at, value, longer),
        ArrayData::U64(values) => change(values, at, u64::from(value), longer),
        ArrayData::I64(values) => change(values, at, i64::from(value), longer),
        ArrayData::F32(values) => change(values, at, value as f32, longer),
    }
}

proptest! {
    #[test]
    fn a_changed_byte_is_refused(file in 0_usize..3, at in any::<prop::sample::Index>(), bits in 1_u8..=255) {
        let mut changed = files().to_vec();
        let position = at.index(changed[file].1.len());
        // Bytes between two arrays mean nothing.
        let arrays = trained_entries();
        let padding = file == 2 && !arrays.iter().any(|(from, to)| (*from..*to).contains(&position));
        changed[file].1[position] ^= bits;
        prop_assert!(read(&changed).is_err() || padding);
    }

    #[test]
    fn a_cut_or_lengthened_file_is_refused(file in 0_usize..3, at in any::<prop::sample::Index>(), more in 1_usize..200) {
        let mut cut = files().to_vec();
        let keep = at.index(cut[file].1.len());
        cut[file].1.truncate(keep);
        prop_assert!(read(&cut).is_err());
        let mut longer = files().to_vec();
        let length = longer[file].1.len() + more;
        longer[file].1.resize(length, b' ');
        prop_assert!(read(&longer).is_err());
    }

    #[test]
    fn arrays_that_do_not_fit_never_panic(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        value in prop_oneof![0_u32..30, any::<u32>()],
        longer in prop::option::of(any::<bool>()),
    ) {
        let (manifest, mut arrays) = trained(checkerboard()).into_parts();
        let disturbed = which.index(arrays.len());
        disturb(&mut arrays[disturbed], at, value, longer);
        let files = Artefact::sealed(manifest, arrays).unwrap().files();
        if let Ok(shop) = read(&files) {
            for request in requests() {
                let _answer = shop.recommend(&request);
            }
        }
    }

    #[test]
    fn answers_are_the_same_after_reading_back(input in any_shop()) {
        let artefact = trained(input.clone());
        let back = Artefact::from_files(artefact.files()).unwrap();
        prop_assert_eq!(&back, &artefact);
        let (before, after) = (recommendations(input), Recommendations::from_artefact(back).unwrap());
        for request in requests() {
            prop_assert_eq!(before.recommend(&request), after.recommend(&request));
        }
    }
}

/// Where the arrays lie in the file.
fn trained_entries() -> &'static [(usize, usize)] {
    static ENTRIES: OnceLock<Vec<(usize, usize)>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let artefact = Artefact::from_files(files().iter().cloned()).expect("it was just written");
        let range = |offset: u64, bytes: u64| (offset as usize, (offset + bytes) as usize);
        artefact.manifest().arrays.iter().map(|entry| range(entry.offset, entry.bytes)).collect()
    })
}
