//! `mercat train`

use std::ops::ControlFlow;

use anyhow::bail;
use mercat_flow::Shop;
use mercat_flow::recommend::train_model;

use crate::clock;
use crate::progress::{Stages, say};

/// Trains, keeps the model and says how good it is.
pub(crate) fn run(shop: &Shop) -> anyhow::Result<()> {
    let mut stages = Stages::new();
    let trained = train_model(shop, &mut clock::call(), &mut |progress| {
        stages.show(progress.stage, progress.done, progress.total);
        ControlFlow::Continue(())
    });
    stages.finish();
    let trained = trained?;
    let counts = trained.manifest.counts;
    say(&format!(
        "model {}: {} interactions of {} people with {} products",
        trained.id, counts.interactions, counts.actors, counts.products
    ));
    if let Some(metrics) = trained.manifest.metrics {
        say(&format!(
            "hold-out of {} members: HR@10 {:.3} personal, {:.3} popular; coverage {:.1} %",
            metrics.members,
            metrics.personal_hr_at_10,
            metrics.popular_hr_at_10,
            metrics.coverage * 100.0
        ));
    }
    match trained.refused {
        None => Ok(()),
        Some(reason) => bail!("the model is kept but does not serve: {reason}"),
    }
}
