//! A trained model as files: a manifest, its hash, and one file of aligned little-endian arrays.
//!
//! Bytes go out and come in; reading and writing the disk is the caller's. A file that was cut, changed or mixed
//! up is refused: the hash covers the manifest, the manifest carries a hash of each array.

use crate::error::RecommendError;
use crate::manifest::{ArrayEntry, FORMAT, KIND, Manifest};

/// The manifest, JSON.
pub const MANIFEST_FILE: &str = "manifest.json";
/// BLAKE3 of the manifest's bytes in hexadecimal: the fingerprint of the whole artefact.
pub const FINGERPRINT_FILE: &str = "manifest.blake3";
/// All arrays.
pub const ARRAYS_FILE: &str = "arrays.bin";

/// Every array starts at a multiple of this: a cache line, so that a mapped file can be read in place.
pub const ALIGNMENT: usize = 64;
/// Bytes of a manifest; ours take some kilobytes.
const MANIFEST_BYTES_MAX: usize = 1 << 20;
/// Arrays of an artefact; ours has about twenty.
const ARRAYS_MAX: usize = 64;

/// A manifest with the arrays that it describes.
#[derive(Debug, Clone, PartialEq)]
pub struct Artefact {
    manifest: Manifest,
    arrays: Vec<NamedArray>,
}

/// An array and its name.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedArray {
    /// Unique in the artefact.
    pub name: String,
    /// The elements.
    pub data: ArrayData,
}

/// The elements of an array.
#[derive(Debug, Clone, PartialEq)]
pub enum ArrayData {
    /// Bytes.
    U8(Vec<u8>),
    /// Positions and counts.
    U32(Vec<u32>),
    /// Large counts.
    U64(Vec<u64>),
    /// Amounts and times.
    I64(Vec<i64>),
    /// Scores; finite.
    F32(Vec<f32>),
}

impl Artefact {
    /// Puts arrays behind a manifest, whose list of arrays is written anew. Numbers must be finite and names
    /// unique.
    pub fn sealed(mut manifest: Manifest, arrays: Vec<NamedArray>) -> Result<Self, RecommendError> {
        manifest.arrays.clear();
        let mut offset = 0;
        for (at, array) in arrays.iter().enumerate() {
            if arrays[..at].iter().any(|other| other.name == array.name) {
                return Err(RecommendError::array(&array.name, "it is there twice"));
            }
            array.data.check(&array.name)?;
            let bytes = array.data.to_bytes();
            manifest.arrays.push(ArrayEntry {
                name: array.name.clone(),
                dtype: array.data.dtype().to_owned(),
                length: array.data.len() as u64,
                offset,
                bytes: bytes.len() as u64,
                blake3: blake3::hash(&bytes).to_hex().to_string(),
            });
            offset += bytes.len().next_multiple_of(ALIGNMENT) as u64;
        }
        Ok(Artefact { manifest, arrays })
    }

    /// What the model is.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The arrays.
    pub fn arrays(&self) -> &[NamedArray] {
        &self.arrays
    }

    /// Gives both away.
    pub fn into_parts(self) -> (Manifest, Vec<NamedArray>) {
        (self.manifest, self.arrays)
    }

    /// The files by name. Cost: a copy of all arrays.
    pub fn files(&self) -> Vec<(&'static str, Vec<u8>)> {
        let manifest = self.manifest_bytes();
        let fingerprint = blake3::hash(&manifest).to_hex().to_string().into_bytes();
        let mut bytes = Vec::new();
        for array in &self.arrays {
            bytes.extend(array.data.to_bytes());
            bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
        }
        vec![(MANIFEST_FILE, manifest), (FINGERPRINT_FILE, fingerprint), (ARRAYS_FILE, bytes)]
    }

    /// BLAKE3 of the manifest in hexadecimal: equal models have equal fingerprints.
    pub fn fingerprint(&self) -> String {
        blake3::hash(&self.manifest_bytes()).to_hex().to_string()
    }

    fn manifest_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(&self.manifest).expect("a manifest has text keys only")
    }

    /// Reads the files back; other names are passed over. Every length and hash is checked before an array is
    /// taken; whether the arrays fit each other is checked by [`crate::Recommendations::from_artefact`].
    pub fn from_files<N: AsRef<str>>(
        files: impl IntoIterator<Item = (N, Vec<u8>)>,
    ) -> Result<Self, RecommendError> {
        let (mut manifest, mut fingerprint, mut bytes) = (None, None, None);
        for (name, content) in files {
            match name.as_ref() {
                MANIFEST_FILE => manifest = Some(content),
                FINGERPRINT_FILE => fingerprint = Some(content),
                ARRAYS_FILE => bytes = Some(content),
                _ => {}
            }
        }
        let manifest = manifest.ok_or(RecommendError::MissingFile(MANIFEST_FILE))?;
        let fingerprint = fingerprint.ok_or(RecommendError::MissingFile(FINGERPRINT_FILE))?;
        let bytes = bytes.ok_or(RecommendError::MissingFile(ARRAYS_FILE))?;
        let manifest = read_manifest(&manifest, &fingerprint)?;
        let arrays = read_arrays(&manifest.arrays, &bytes)?;
        Ok(Artefact { manifest, arrays })
    }
}

fn read_manifest(bytes: &[u8], fingerprint: &[u8]) -> Result<Manifest, RecommendError> {
    let refused = |what: &str| RecommendError::BadManifest(what.to_owned());
    if bytes.len() > MANIFEST_BYTES_MAX {
        return Err(refused("too long"));
    }
    if blake3::hash(bytes).to_hex().as_bytes() != fingerprint {
        return Err(refused("its hash differs"));
    }
    let manifest: Manifest =
        serde_json::from_slice(bytes).map_err(|error| RecommendError::BadManifest(error.to_string()))?;
    if manifest.kind != KIND || manifest.format != FORMAT {
        return Err(RecommendError::UnknownFormat { kind: manifest.kind, format: manifest.format });
    }
    manifest.params.check()?;
    if manifest.arrays.len() > ARRAYS_MAX {
        return Err(refused("too many arrays"));
    }
    Ok(manifest)
}

fn read_arrays(entries: &[ArrayEntry], bytes: &[u8]) -> Result<Vec<NamedArray>, RecommendError> {
    let mut arrays: Vec<NamedArray> = Vec::with_capacity(entries.len());
    let mut start = 0_usize;
    for entry in entries {
        let refused = |what| RecommendError::array(&entry.name, what);
        if entry.offset != start as u64 {
            return Err(refused("it does not start where the one before ends"));
        }
        let length = usize::try_from(entry.bytes).map_err(|_| refused("too long"))?;
        let end = start.checked_add(length).filter(|end| *end <= bytes.len());
        let own = &bytes[start..end.ok_or_else(|| refused("it ends beyond the file"))?];
        if blake3::hash(own).to_hex().as_str() != entry.blake3 {
            return Err(refused("its hash differs"));
        }
        let data =
            ArrayData::from_bytes(&entry.dtype, own).ok_or_else(|| refused("its type or size is unknown"))?;
        if data.len() as u64 != entry.length {
            return Err(refused("its length differs"));
        }
        data.check(&entry.name)?;
        if arrays.iter().any(|array| array.name == entry.name) {
            return Err(refused("it is there twice"));
        }
        arrays.push(NamedArray { name: entry.name.clone(), data });
        start = (start + length).next_multiple_of(ALIGNMENT);
    }
    if start != bytes.len() {
        return Err(RecommendError::BadManifest(format!("`{ARRAYS_FILE}` has another length")));
    }
    Ok(arrays)
}

impl ArrayData {
    /// The name of the element type.
    pub fn dtype(&self) -> &'static str {
        match self {
            ArrayData::U8(_) => "u8",
            ArrayData::U32(_) => "u32",
            ArrayData::U64(_) => "u64",
            ArrayData::I64(_) => "i64",
            ArrayData::F32(_) => "f32",
        }
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        match self {
            ArrayData::U8(values) => values.len(),
            ArrayData::U32(values) => values.len(),
            ArrayData::U64(values) => values.len(),
            ArrayData::I64(values) => values.len(),
            ArrayData::F32(values) => values.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn check(&self, name: &str) -> Result<(), RecommendError> {
        match self {
            ArrayData::F32(values) if values.iter().any(|value| !value.is_finite()) => {
                Err(RecommendError::array(name, "not a finite number"))
            }
            _ => Ok(()),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        match self {
            ArrayData::U8(values) => values.clone(),
            ArrayData::U32(values) => values.iter().flat_map(|value| value.to_le_bytes()).collect(),
            ArrayData::U64(values) => values.iter().flat_map(|value| value.to_le_bytes()).collect(),
            ArrayData::I64(values) => values.iter().flat_map(|value| value.to_le_bytes()).collect(),
            ArrayData::F32(values) => values.iter().flat_map(|value| value.to_le_bytes()).collect(),
        }
    }

    fn from_bytes(dtype: &str, bytes: &[u8]) -> Option<Self> {
        fn elements<const N: usize, T>(bytes: &[u8], read: fn([u8; N]) -> T) -> Option<Vec<T>> {
            let (elements, rest) = bytes.as_chunks::<N>();
            rest.is_empty().then(|| elements.iter().map(|element| read(*element)).collect())
        }
        match dtype {
            "u8" => Some(ArrayData::U8(bytes.to_vec())),
            "u32" => elements(bytes, u32::from_le_bytes).map(ArrayData::U32),
            "u64" => elements(bytes, u64::from_le_bytes).map(ArrayData::U64),
            "i64" => elements(bytes, i64::from_le_bytes).map(ArrayData::I64),
            "f32" => elements(bytes, f32::from_le_bytes).map(ArrayData::F32),
            _ => None,
        }
    }
}
