//! Sales channels: one currency and one set of prices each.

use mercat_model::{ChannelId, Currency};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::id;

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// Its name.
    pub name: String,
    /// The currency of its prices.
    pub currency: Currency,
}

/// Adds a channel; one already there stays as it is.
pub fn insert(tx: &mut Tx<'_>, channel: &Channel) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO channel (id, name, currency) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
        &[id(channel.id), channel.name.as_str().into(), channel.currency.code().into()],
    )?;
    Ok(())
}

/// The first channel made, if any.
pub fn first(tx: &mut Tx<'_>) -> Result<Option<Channel>, StoreError> {
    tx.query_opt("SELECT id, name, currency FROM channel ORDER BY id LIMIT 1", &[], |row| {
        Ok(Channel { id: row.id(0)?, name: row.text(1)?, currency: row.currency(2)? })
    })
}

/// The channel that sells in a currency, if any.
pub fn by_currency(tx: &mut Tx<'_>, currency: Currency) -> Result<Option<Channel>, StoreError> {
    let sql = "SELECT id, name, currency FROM channel WHERE currency = $1 ORDER BY id LIMIT 1";
    tx.query_opt(sql, &[currency.code().into()], |row| {
        Ok(Channel { id: row.id(0)?, name: row.text(1)?, currency: row.currency(2)? })
    })
}
