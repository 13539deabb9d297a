//! All models of one training together: learned from a dataset, turned into arrays, taken back from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use mercat_model::{CategoryId, Id, ProductId};

use crate::also_bought::AlsoBought;
use crate::artefact::{ArrayData, NamedArray};
use crate::catalogue::{Catalogue, CatalogueParts};
use crate::dataset::Dataset;
use crate::error::RecommendError;
use crate::interest;
use crate::neighbours::Neighbours;
use crate::params::Params;
use crate::personal::Personal;
use crate::popular::{Popularity, PopularityParts};
use crate::progress::Reporter;
use crate::similar::Similar;

/// What was learned. The tables are shared, so that recommenders made from them cost nothing.
#[derive(Debug, Clone)]
pub struct Models {
    /// The products that all positions refer to.
    pub catalogue: Arc<Catalogue>,
    /// Popularity in the shop, by category and region.
    pub popularity: Arc<Popularity>,
    /// Neighbours by purchases.
    pub also_bought: Arc<Neighbours>,
    /// Neighbours by all signals.
    pub interest: Arc<Neighbours>,
    /// Neighbours by content.
    pub similar: Arc<Neighbours>,
    /// The parameters of the training.
    pub params: Params,
}

impl Models {
    /// Learns all tables.
    pub(crate) fn fit(
        dataset: &Dataset,
        params: &Params,
        seed: u64,
        reporter: &mut Reporter<'_>,
    ) -> Result<Self, RecommendError> {
        reporter.report("popular", 0, 1)?;
        let catalogue = Catalogue::of(dataset, params.repeatable_share)?;
        let popularity = Popularity::of(dataset, &catalogue, params)?;
        reporter.report("popular", 1, 1)?;
        Ok(Models {
            also_bought: Arc::new(AlsoBought::fit(dataset, params, seed, reporter)?),
            interest: Arc::new(interest::fit(dataset, params, seed, reporter)?),
            similar: Arc::new(Similar::fit(dataset, &catalogue, params, reporter)?),
            catalogue: Arc::new(catalogue),
            popularity: Arc::new(popularity),
            params: params.clone(),
        })
    }

    /// The personal recommender over these tables.
    pub(crate) fn personal(&self) -> Personal {
        Personal {
            interest: self.interest.clone(),
            content: self.similar.clone(),
            popularity: self.popularity.clone(),
            params: self.params.clone(),
        }
    }

    /// The arrays that an artefact keeps. Cost: a copy of everything.
    pub(crate) fn to_arrays(&self) -> Vec<NamedArray> {
        let mut arrays = Vec::new();
        let mut put = |name: &str, data| arrays.push(NamedArray { name: name.to_owned(), data });
        let parts = self.catalogue.parts();
        put("catalogue.ids", ArrayData::U8(parts.ids.iter().flat_map(|id| id.to_bytes()).collect()));
        put("catalogue.category_of", ArrayData::U32(parts.category_of.clone()));
        put("catalogue.published", ArrayData::U8(parts.published.clone()));
        put("catalogue.repeatable", ArrayData::U8(parts.repeatable.clone()));
        let categories = parts.categories.iter().flat_map(|id| id.to_bytes()).collect();
        put("catalogue.categories", ArrayData::U8(categories));
        put("catalogue.parents", ArrayData::U32(parts.parents.clone()));
        let lengths = parts.regions.iter().map(|name| name.len() as u32).collect();
        put("catalogue.region_lengths", ArrayData::U32(lengths));
        put("catalogue.region_names", ArrayData::U8(parts.regions.concat().into_bytes()));
        let popular = self.popularity.parts();
        put("popular.scores", ArrayData::F32(popular.scores.clone()));
        put("popular.region_offsets", ArrayData::U32(popular.region_offsets.clone()));
        put("popular.region_products", ArrayData::U32(popular.region_products.clone()));
        put("popular.region_scores", ArrayData::F32(popular.region_scores.clone()));
        for (name, table) in
            [("also_bought", &self.also_bought), ("interest", &self.interest), ("similar", &self.similar)]
        {
            let (offsets, products, scores) = table.arrays();
            put(&format!("{name}.offsets"), ArrayData::U32(offsets.to_vec()));
            put(&format!("{name}.products"), ArrayData::U32(products.to_vec()));
            put(&format!("{name}.scores"), ArrayData::F32(scores.to_vec()));
        }
        arrays
    }

    /// Takes the arrays back; refuses those that do not fit each other.
    pub(crate) fn from_arrays(arrays: Vec<NamedArray>, params: Params) -> Result<Self, RecommendError> {
        let mut taken = Taken(arrays.into_iter().map(|array| (array.name, array.data)).collect());
        let catalogue = Catalogue::new(CatalogueParts {
            ids: taken.ids("catalogue.ids", ProductId::from_bytes)?,
            category_of: taken.u32("catalogue.category_of")?,
            published: taken.u8("catalogue.published")?,
            repeatable: taken.u8("catalogue.repeatable")?,
            categories: taken.ids("catalogue.categories", CategoryId::from_bytes)?,
            parents: taken.u32("catalogue.parents")?,
            regions: taken.names("catalogue.region_lengths", "catalogue.region_names")?,
        })?;
        let popularity = PopularityParts {
            scores: taken.f32("popular.scores")?,
            region_offsets: taken.u32("popular.region_offsets")?,
            region_products: taken.u32("popular.region_products")?,
            region_scores: taken.f32("popular.region_scores")?,
        };
        let count = catalogue.len();
        let mut table = |name: &str| -> Result<Arc<Neighbours>, RecommendError> {
            let offsets = taken.u32(&format!("{name}.offsets"))?;
            let products = taken.u32(&format!("{name}.products"))?;
            let scores = taken.f32(&format!("{name}.scores"))?;
            Ok(Arc::new(Neighbours::checked(name, count, (offsets, products, scores))?))
        };
        Ok(Models {
            also_bought: table("also_bought")?,
            interest: table("interest")?,
            similar: table("similar")?,
            popularity: Arc::new(Popularity::new(popularity, &catalogue)?),
            catalogue: Arc::new(catalogue),
            params,
        })
    }
}

/// Arrays by name, each to be taken once.
struct Taken(BTreeMap<String, ArrayData>);

impl Taken {
    fn u8(&mut self, name: &str) -> Result<Vec<u8>, RecommendError> {
        match self.0.remove(name) {
            Some(ArrayData::U8(values)) => Ok(values),
            _ => Err(RecommendError::array(name, "no bytes of this name")),
        }
    }

    fn u32(&mut self, name: &str) -> Result<Vec<u32>, RecommendError> {
        match self.0.remove(name) {
            Some(ArrayData::U32(values)) => Ok(values),
            _ => Err(RecommendError::array(name, "no u32 numbers of this name")),
        }
    }

    fn f32(&mut self, name: &str) -> Result<Vec<f32>, RecommendError> {
        match self.0.remove(name) {
            Some(ArrayData::F32(values)) => Ok(values),
            _ => Err(RecommendError::array(name, "no f32 numbers of this name")),
        }
    }

    fn ids<T>(&mut self, name: &str, of: fn([u8; 16]) -> T) -> Result<Vec<T>, RecommendError> {
        let bytes = self.u8(name)?;
        let (ids, rest) = bytes.as_chunks::<16>();
        if !rest.is_empty() {
            return Err(RecommendError::array(name, "not a multiple of 16 bytes"));
        }
        Ok(ids.iter().map(|id| of(*id)).collect())
    }

    fn names(&mut self, lengths: &str, names: &str) -> Result<Vec<String>, RecommendError> {
        let refused = || RecommendError::array(names, "not the texts that the lengths promise");
        let lengths = self.u32(lengths)?;
        let text = String::from_utf8(self.u8(names)?).map_err(|_| refused())?;
        let mut rest = text.as_str();
        let mut found = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (name, after) = rest.split_at_checked(length as usize).ok_or_else(refused)?;
            found.push(name.to_owned());
            rest = after;
        }
        if rest.is_empty() { Ok(found) } else { Err(refused()) }
    }
}
