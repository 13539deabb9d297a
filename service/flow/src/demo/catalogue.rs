//! The goods of the demo shop: a tree of categories, and products put together from the word banks.

use std::collections::{BTreeMap, HashMap};

use mercat_model::slug::slug;
use mercat_model::time::DAY_US;
use mercat_model::{
    Category, CategoryId, CategoryText, ChannelId, Currency, Locale, MerchantId, Product, ProductId,
    ProductStatus, ProductText, Timestamp, UnitPrice,
};

use super::random::{Random, Weights};
use super::words::{Cluster, Goods, Leaf, Look, Material, Mood, Season, Size, Top, Word};
use super::{goods_desk, goods_family, goods_home, goods_outdoors, goods_table};

/// The categories at the top, as the shop's navigation shows them.
const TOPS: [&Top; 12] = [
    &goods_table::TEA_COFFEE,
    &goods_table::KITCHEN,
    &goods_home::HOME_LIGHT,
    &goods_home::SCENT_CARE,
    &goods_home::BED_BATH,
    &goods_desk::STATIONERY,
    &goods_desk::TECH_DESK,
    &goods_outdoors::OUTDOORS,
    &goods_outdoors::CLOTHING_BAGS,
    &goods_family::BABY,
    &goods_family::PETS,
    &goods_home::PLANTS_GARDEN,
];

/// Who sells: the name that shoppers see, and the letters that begin its SKUs.
const MERCHANTS: [(&str, &str); 6] = [
    ("山房茶器 Hillroom Tea", "HR"),
    ("灶间 Hearthside", "HS"),
    ("栖木家居 Perch & Reed", "PR"),
    ("纸上月 Moonleaf Paper", "MP"),
    ("野径 Farpath", "FP"),
    ("小满之家 Little Grain", "LG"),
];

/// Goods of one partner category that are bought with a product.
const PARTNERS: usize = 2;

/// Days before the year in which the shop was stocked.
const STOCKED_DAYS: i64 = 400;

/// A merchant of the demo shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoMerchant {
    /// Their id.
    pub id: MerchantId,
    /// The name that shoppers see, in both languages.
    pub name: String,
    /// When they joined.
    pub created_at: Timestamp,
}

/// What the simulation knows about a product beyond what is listed.
#[derive(Debug, Clone)]
pub(super) struct Traits {
    /// The position of its leaf category.
    pub(super) leaf: usize,
    pub(super) cluster: Cluster,
    pub(super) mood: Option<Mood>,
    /// 0 cheap, 1 middle, 2 dear among goods of its kind.
    pub(super) tier: i64,
    pub(super) season: Season,
    /// Days until it is used up; 0 for what lasts.
    pub(super) lasts: u32,
    pub(super) merchant: usize,
    /// How much it is bought, by a power law.
    pub(super) appeal: f64,
    /// Products of the same merchant that are bought with it.
    pub(super) partners: Vec<usize>,
}

/// The goods with their hidden traits.
#[derive(Debug, Clone)]
pub(super) struct Catalogue {
    pub(super) merchants: Vec<DemoMerchant>,
    pub(super) categories: Vec<Category>,
    /// In the order in which they were listed.
    pub(super) products: Vec<Product>,
    /// The same length and order as the products.
    pub(super) traits: Vec<Traits>,
    /// Slug and name of each leaf category.
    pub(super) leaves: Vec<(&'static str, Word)>,
    /// Products of a cluster with their appeal.
    clusters: Vec<(Vec<usize>, Weights)>,
}

/// Where and when goods are listed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listing {
    pub(super) channel_id: ChannelId,
    /// The first moment of the simulated year.
    pub(super) start: Timestamp,
    pub(super) until: Timestamp,
}

/// One way to make goods.
#[derive(Clone, Copy)]
struct Variant {
    leaf: usize,
    goods: &'static Goods,
    material: Option<usize>,
    look: Option<&'static Look>,
    colour: Option<Word>,
    size: Option<&'static Size>,
}

impl Variant {
    fn material(&self) -> Option<&'static Material> {
        self.material.map(|position| &self.goods.made[position])
    }
}

/// Stocks a shop with so many products, or with as many as the word banks give.
pub(super) fn catalogue(seed: u64, products_max: usize, listing: &Listing) -> Catalogue {
    let mut random = Random::new(seed, 1);
    let opened = listing.start.plus_micros(-(STOCKED_DAYS + 1) * DAY_US);
    let merchants: Vec<DemoMerchant> = MERCHANTS
        .iter()
        .map(|(name, _)| DemoMerchant {
            id: MerchantId::from_parts(opened.id_ms(), random.id_bytes()),
            name: (*name).to_owned(),
            created_at: opened,
        })
        .collect();
    let (categories, leaf_ids) = categories(opened, &mut random);
    let leaves: Vec<(&'static Top, &'static Leaf)> =
        TOPS.iter().flat_map(|top| top.leaves.iter().map(move |leaf| (*top, leaf))).collect();
    let mut variants: Vec<(Timestamp, Variant)> = variants(&leaves, products_max, &mut random)
        .into_iter()
        .map(|variant| (listed_at(listing, &mut random), variant))
        .collect();
    if let Some((at, _)) = variants.first_mut() {
        // However small the shop is, its first customer finds something.
        *at = opened.plus_micros(DAY_US);
    }
    variants.sort_by_key(|(at, _)| *at);
    let mut ranks: Vec<usize> = (0..variants.len()).collect();
    random.shuffle(&mut ranks);
    let mut products = Vec::with_capacity(variants.len());
    let mut traits = Vec::with_capacity(variants.len());
    for (number, (at, variant)) in variants.into_iter().enumerate() {
        let (top, leaf) = leaves[variant.leaf];
        let merchant = if random.chance(750) { top.merchants.0 } else { top.merchants.1 };
        let (price, tier) = price(&variant, &mut random);
        let sku = format!("{}-{:05}", MERCHANTS[merchant].1, 10_001 + number);
        let texts = texts(&variant);
        products.push(Product {
            id: ProductId::from_parts(at.id_ms(), random.id_bytes()),
            merchant_id: merchants[merchant].id,
            channel_id: listing.channel_id,
            slug: slug(&texts[&Locale::en()].title, &sku),
            sku,
            category_id: leaf_ids[variant.leaf],
            status: ProductStatus::Published,
            price,
            attributes: attributes(&variant),
            texts,
            created_at: at,
        });
        traits.push(Traits {
            leaf: variant.leaf,
            cluster: leaf.cluster,
            mood: variant.look.map(|look| look.mood),
            tier,
            season: leaf.season,
            lasts: variant.goods.lasts,
            merchant,
            appeal: power_law(ranks[number]),
            partners: Vec::new(),
        });
    }
    pair(&leaves, &mut traits, &mut random);
    let clusters = Cluster::ALL.map(|cluster| of_cluster(cluster, &traits)).to_vec();
    let leaves = leaves.into_iter().map(|(_, leaf)| (leaf.slug, leaf.name)).collect();
    Catalogue { merchants, categories, products, traits, leaves, clusters }
}

impl Catalogue {
    /// A product of a cluster by its appeal, or any product when the cluster is empty; none in an empty shop.
    pub(super) fn draw(&self, cluster: Cluster, random: &mut Random) -> Option<usize> {
        let (products, weights) = &self.clusters[cluster as usize];
        if !products.is_empty() {
            return Some(products[weights.draw(random)]);
        }
        (!self.products.is_empty()).then(|| random.below(self.products.len()))
    }
}

/// (rank + 6) to the power of -3/4, by square roots only.
fn power_law(rank: usize) -> f64 {
    let base = rank as f64 + 6.0;
    1.0 / (base.sqrt() * base.sqrt().sqrt())
}

fn of_cluster(cluster: Cluster, traits: &[Traits]) -> (Vec<usize>, Weights) {
    let products: Vec<usize> = (0..traits.len()).filter(|i| traits[*i].cluster == cluster).collect();
    let weights = Weights::new(products.iter().map(|i| traits[*i].appeal));
    (products, weights)
}

/// The tree, and the ids of its leaves in order.
fn categories(at: Timestamp, random: &mut Random) -> (Vec<Category>, Vec<CategoryId>) {
    let (mut categories, mut leaf_ids) = (Vec::new(), Vec::new());
    for (top_position, top) in TOPS.iter().enumerate() {
        let top_id = CategoryId::from_parts(at.id_ms(), random.id_bytes());
        categories.push(category(top_id, None, top.slug, top.name, top_position));
        for (position, leaf) in top.leaves.iter().enumerate() {
            let id = CategoryId::from_parts(at.id_ms(), random.id_bytes());
            categories.push(category(id, Some(top_id), leaf.slug, leaf.name, position));
            leaf_ids.push(id);
        }
    }
    (categories, leaf_ids)
}

fn category(
    id: CategoryId,
    parent_id: Option<CategoryId>,
    slug: &str,
    name: Word,
    position: usize,
) -> Category {
    let text = |name: &str| CategoryText { name: name.to_owned() };
    let texts = BTreeMap::from([(Locale::en(), text(name.en)), (Locale::zh_cn(), text(name.zh))]);
    Category { id, parent_id, slug: slug.to_owned(), position: position as i64, texts }
}

/// So many variants, spread evenly over the goods; goods of few variants give all of them.
fn variants(
    leaves: &[(&'static Top, &'static Leaf)],
    variants_max: usize,
    random: &mut Random,
) -> Vec<Variant> {
    let mut pools: Vec<Vec<Variant>> = Vec::new();
    for (position, (_, leaf)) in leaves.iter().enumerate() {
        for goods in leaf.goods {
            let mut pool = all_variants(position, goods);
            random.shuffle(&mut pool);
            pools.push(pool);
        }
    }
    // Goods of the first round come from all leaves, also in a small shop.
    random.shuffle(&mut pools);
    let mut chosen = Vec::with_capacity(variants_max);
    while chosen.len() < variants_max && pools.iter().any(|pool| !pool.is_empty()) {
        for pool in &mut pools {
            if chosen.len() < variants_max {
                chosen.extend(pool.pop());
            }
        }
    }
    chosen
}

fn all_variants(leaf: usize, goods: &'static Goods) -> Vec<Variant> {
    let materials: Vec<Option<usize>> = or_none((0..goods.made.len()).collect());
    let looks: Vec<Option<&'static Look>> = or_none(goods.looks.iter().collect());
    let sizes: Vec<Option<&'static Size>> = or_none(goods.sizes.list.iter().collect());
    let mut variants = Vec::new();
    for material in materials {
        let own_colour = material.is_some_and(|position| goods.made[position].colour.is_some());
        let colours: Vec<Option<Word>> =
            if own_colour { vec![None] } else { or_none(goods.colours.to_vec()) };
        for look in &looks {
            for colour in &colours {
                for size in &sizes {
                    let (look, colour, size) = (*look, *colour, *size);
                    variants.push(Variant { leaf, goods, material, look, colour, size });
                }
            }
        }
    }
    variants
}

fn or_none<T>(choices: Vec<T>) -> Vec<Option<T>> {
    if choices.is_empty() { vec![None] } else { choices.into_iter().map(Some).collect() }
}

/// Three of four products are there from the start; the others come in over the year.
fn listed_at(listing: &Listing, random: &mut Random) -> Timestamp {
    let days = listing.until.micros_since(listing.start) / DAY_US;
    let day = if random.chance(750) {
        random.between(-STOCKED_DAYS, -1)
    } else {
        random.between(0, (days - 4).max(0))
    };
    listing.start.plus_micros(day * DAY_US).plus_seconds(random.between(0, 86_399))
}

/// A price that ends in .00 or .90, and whether that is cheap (0), usual (1) or dear (2) for such goods.
fn price(variant: &Variant, random: &mut Random) -> (UnitPrice, i64) {
    let (low, high) = variant.goods.yuan;
    // Each material has its part of the range; where in it is chance.
    let count = variant.goods.made.len().max(1) as i64;
    let part = variant.material.unwrap_or(0) as i64;
    let per_mille = (part * 1000 + random.between(0, 999)) / count;
    let tier = per_mille * 3 / 1000;
    let percent = i64::from(variant.size.map_or(100, |size| size.percent));
    let yuan = (i64::from(low) + i64::from(high - low) * per_mille / 1000) * percent / 100;
    let fen = if yuan < 100 {
        yuan.max(3) * 100 - if random.chance(600) { 10 } else { 0 }
    } else {
        (yuan / 10 * 10 + if random.chance(700) { 9 } else { 8 }) * 100
    };
    (UnitPrice::new(fen * 10_000, Currency::CNY), tier)
}

fn texts(variant: &Variant) -> BTreeMap<Locale, ProductText> {
    let goods = variant.goods;
    let material = variant.material();
    let words = [variant.look.map(|look| look.name), material.map(|m| m.name), Some(goods.name)];
    let mut en = words.iter().flatten().map(|word| word.en).collect::<Vec<_>>().join(" ");
    if let Some(first) = en.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    for extra in [variant.colour, variant.size.map(|size| size.text)].into_iter().flatten() {
        en = format!("{en}, {}", extra.en);
    }
    let mut zh: String = [variant.colour].iter().chain(&words).flatten().map(|word| word.zh).collect();
    if let Some(size) = variant.size {
        zh = format!("{zh} {}", size.text.zh);
    }
    let note = material.map(|m| m.note);
    let sentences = [Some(goods.about), note];
    let en_text = sentences.iter().flatten().map(|word| word.en).collect::<Vec<_>>().join(" ");
    let zh_text: String = sentences.iter().flatten().map(|word| word.zh).collect();
    BTreeMap::from([
        (Locale::en(), ProductText { title: en, description: en_text }),
        (Locale::zh_cn(), ProductText { title: zh, description: zh_text }),
    ])
}

fn attributes(variant: &Variant) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let mut put = |key: &str, word: Word| attributes.insert(key.to_owned(), word.en.to_owned());
    if let Some(material) = variant.material() {
        put(material.key, material.name);
        if let Some(colour) = material.colour {
            put("colour", colour);
        }
    }
    if let Some(look) = variant.look {
        put("style", look.name);
    }
    if let Some(colour) = variant.colour {
        put("colour", colour);
    }
    if let Some(size) = variant.size {
        put(variant.goods.sizes.key, size.text);
    }
    attributes
}

/// Gives every product a few of the same merchant that it is bought with, rather of its own mood.
fn pair(leaves: &[(&'static Top, &'static Leaf)], traits: &mut [Traits], random: &mut Random) {
    let positions: HashMap<&str, usize> =
        leaves.iter().enumerate().map(|(position, (_, leaf))| (leaf.slug, position)).collect();
    let mut shelves: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (product, own) in traits.iter().enumerate() {
        shelves.entry((own.leaf, own.merchant)).or_default().push(product);
    }
    for product in 0..traits.len() {
        let own = &traits[product];
        let mut partners = Vec::new();
        for slug in leaves[own.leaf].1.goes_with {
            let Some(shelf) = positions.get(slug).and_then(|leaf| shelves.get(&(*leaf, own.merchant))) else {
                continue;
            };
            let weights = Weights::new(shelf.iter().map(|other| {
                let other = &traits[*other];
                other.appeal * if other.mood == own.mood { 4.0 } else { 1.0 }
            }));
            partners.extend((0..PARTNERS).map(|_| shelf[weights.draw(random)]));
        }
        partners.sort_unstable();
        partners.dedup();
        traits[product].partners = partners;
    }
}
