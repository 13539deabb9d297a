//! Reports on behaviour on the wire.

use mercat_flow::report::behaviour::paths::{self, Node};
use mercat_flow::report::behaviour::{DurationQuantiles, funnel, sessions};
use mercat_flow::report::{
    self, Coverage as FlowCoverage, EventsReport, FunnelReport, PathsReport, PeopleBehind, PersonBehind,
    SessionsReport,
};
use mercat_model::Actor;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::filter::Written;
use crate::wire::report::Days;

/// What an answer is based on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Coverage {
    /// Events of the log that were not in the lake yet and were read beside it.
    pub(crate) unsealed_events: u64,
    /// Whether there were more than one report reads; the latest are missing then.
    pub(crate) cut: bool,
}

/// A member or visitor behind a number.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PersonItem {
    /// The member's id; null for visitors.
    #[schema(required, example = "mbr_01JZ0000000000000000000000")]
    pub(crate) member_id: Option<String>,
    /// The member's number; null for visitors, and for members whose row is gone.
    #[schema(required)]
    pub(crate) number: Option<String>,
    /// The member's name; null as the number.
    #[schema(required)]
    pub(crate) name: Option<String>,
    /// The visitor's own id; null for members.
    #[schema(required)]
    pub(crate) anonymous_id: Option<String>,
}

/// A page of the people behind a number: members, then visitors.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PeopleList {
    pub(crate) items: Vec<PersonItem>,
    /// Where the next page goes on; null on the last.
    #[schema(required)]
    pub(crate) next_cursor: Option<String>,
    pub(crate) coverage: Coverage,
}

/// A step of a funnel.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FunnelStep {
    /// The event as it was asked for.
    #[schema(example = "product_viewed[device=phone]")]
    pub(crate) event: String,
    /// Who came to it.
    pub(crate) people: u64,
    /// Who came to it and not to the next; 0 at the last.
    pub(crate) dropped: u64,
    /// People ÷ people of the first step; null without any.
    #[schema(required)]
    pub(crate) rate: Option<f64>,
    /// People ÷ people of the step before; null at the first and without any.
    #[schema(required)]
    pub(crate) rate_from_before: Option<f64>,
    /// Seconds from the step before that half of the people take at most; null at the first and without people.
    #[schema(required)]
    pub(crate) median_seconds: Option<f64>,
    /// Seconds that nine in ten take at most; null as the median.
    #[schema(required)]
    pub(crate) p90_seconds: Option<f64>,
}

/// A group of a funnel.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FunnelGroup {
    /// The text of the first step's event; null where it has none.
    #[schema(required)]
    pub(crate) text: Option<String>,
    /// People at each step.
    pub(crate) people: Vec<u64>,
}

/// A funnel.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Funnel {
    /// The days of the first step.
    #[serde(flatten)]
    pub(crate) days: Days,
    pub(crate) time_zone: String,
    pub(crate) window_days: i64,
    pub(crate) steps: Vec<FunnelStep>,
    /// The column of the breakdown; null without one.
    #[schema(required)]
    pub(crate) by: Option<String>,
    /// The largest groups, by people at the first step; empty without a breakdown.
    pub(crate) groups: Vec<FunnelGroup>,
    /// People at each step in all other groups; empty without a breakdown.
    pub(crate) rest: Vec<u64>,
    pub(crate) coverage: Coverage,
}

/// A kind of event, with its page where pages are told apart.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PathNode {
    #[schema(example = "product_viewed")]
    pub(crate) kind: String,
    /// The address without what follows `?` or `#`; null where pages are not told apart.
    #[schema(required)]
    pub(crate) page: Option<String>,
}

/// One event straight after another within a session.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PathTransition {
    pub(crate) from: PathNode,
    pub(crate) to: PathNode,
    pub(crate) count: u64,
}

/// What happened one after the other within a session, at most five events.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PathRow {
    pub(crate) nodes: Vec<PathNode>,
    pub(crate) sessions: u64,
}

/// Paths.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Paths {
    #[serde(flatten)]
    pub(crate) days: Days,
    pub(crate) time_zone: String,
    /// Sessions with an event that counts.
    pub(crate) sessions: u64,
    pub(crate) transitions: Vec<PathTransition>,
    /// How often all other transitions happened.
    pub(crate) transitions_other: u64,
    pub(crate) paths: Vec<PathRow>,
    /// Sessions with another path.
    pub(crate) paths_other: u64,
    pub(crate) coverage: Coverage,
}

/// Figures of some sessions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SessionFigures {
    /// Sessions that began.
    pub(crate) sessions: u64,
    /// Different people who began one.
    pub(crate) people: u64,
    pub(crate) events: u64,
    /// Sessions of one event.
    pub(crate) bounced: u64,
    /// Bounced ÷ sessions; null without sessions.
    #[schema(required)]
    pub(crate) bounce_rate: Option<f64>,
    /// Events ÷ sessions; null without sessions.
    #[schema(required)]
    pub(crate) events_per_session: Option<f64>,
    /// Mean seconds from the first to the last event; null without sessions.
    #[schema(required)]
    pub(crate) mean_seconds: Option<f64>,
}

/// Sessions of one day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SessionDay {
    #[schema(format = Date)]
    pub(crate) day: String,
    #[serde(flatten)]
    pub(crate) figures: SessionFigures,
}

/// Sessions by day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Sessions {
    #[serde(flatten)]
    pub(crate) span: Days,
    pub(crate) time_zone: String,
    pub(crate) all: SessionFigures,
    /// Seconds that half of the sessions take at most; null without sessions.
    #[schema(required)]
    pub(crate) median_seconds: Option<f64>,
    /// Seconds that nine in ten take at most; null without sessions.
    #[schema(required)]
    pub(crate) p90_seconds: Option<f64>,
    pub(crate) days: Vec<SessionDay>,
    pub(crate) coverage: Coverage,
}

/// Events of one kind.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct KindEvents {
    pub(crate) kind: String,
    pub(crate) events: u64,
    /// Events at each point.
    pub(crate) points: Vec<u64>,
}

/// Events of one source.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SourceEvents {
    /// The source's id; null for Mercat's own and imported events.
    #[schema(required)]
    pub(crate) source_id: Option<String>,
    /// Its name; null where it has none or was removed.
    #[schema(required)]
    pub(crate) name: Option<String>,
    pub(crate) events: u64,
}

/// Events by time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Events {
    /// The first moment.
    #[schema(format = DateTime)]
    pub(crate) from: String,
    /// The first moment after it.
    #[schema(format = DateTime)]
    pub(crate) until: String,
    pub(crate) time_zone: String,
    /// `minute`, `hour` or `day`.
    #[schema(example = "minute")]
    pub(crate) unit: String,
    pub(crate) events: u64,
    /// Different people with such an event.
    pub(crate) people: u64,
    /// When each point begins.
    pub(crate) points: Vec<String>,
    /// Events at each point.
    pub(crate) total: Vec<u64>,
    /// The most frequent kinds.
    pub(crate) kinds: Vec<KindEvents>,
    /// Events of all other kinds at each point.
    pub(crate) other: Vec<u64>,
    /// By source, most first.
    pub(crate) sources: Vec<SourceEvents>,
    pub(crate) coverage: Coverage,
}

impl From<FlowCoverage> for Coverage {
    fn from(coverage: FlowCoverage) -> Self {
        Coverage { unsealed_events: coverage.unsealed, cut: coverage.cut }
    }
}

impl From<PersonBehind> for PersonItem {
    fn from(person: PersonBehind) -> Self {
        let (number, name) = person.member.map(|member| (member.number, member.name)).unzip();
        let (member_id, anonymous_id) = match person.actor {
            Actor::Member(id) => (Some(id.to_string()), None),
            Actor::Visitor(id) => (None, Some(id)),
        };
        PersonItem { member_id, number, name, anonymous_id }
    }
}

impl From<PeopleBehind> for PeopleList {
    fn from(page: PeopleBehind) -> Self {
        PeopleList {
            items: page.people.into_iter().map(Into::into).collect(),
            next_cursor: page.next.map(|actor| actor.to_string()),
            coverage: page.coverage.into(),
        }
    }
}

fn rate(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn seconds(us: i64) -> f64 {
    us as f64 / 1e6
}

/// Median and p90 in seconds.
fn quantiles(quantiles: Option<DurationQuantiles>) -> (Option<f64>, Option<f64>) {
    quantiles.map(|quantiles| (seconds(quantiles.median_us), seconds(quantiles.p90_us))).unzip()
}

impl Funnel {
    pub(crate) fn of(
        report: FunnelReport,
        written: Vec<Written>,
        window_days: i64,
        by: Option<String>,
    ) -> Self {
        let steps = &report.funnel.steps;
        let first = steps.first().map_or(0, |step| step.people);
        let step = |(number, (step, written)): (usize, (&funnel::Step, Written))| {
            let next = steps.get(number + 1).map_or(step.people, |next| next.people);
            let before = number.checked_sub(1).map(|before| steps[before].people);
            let (median_seconds, p90_seconds) = quantiles(step.since_before);
            FunnelStep {
                event: written.text,
                people: step.people,
                dropped: step.people - next,
                rate: rate(step.people, first),
                rate_from_before: before.and_then(|before| rate(step.people, before)),
                median_seconds,
                p90_seconds,
            }
        };
        let group = |row: funnel::GroupRow| FunnelGroup { text: row.text, people: row.people };
        Funnel {
            days: report.period.into(),
            time_zone: report.zone.name().to_owned(),
            window_days,
            steps: steps.iter().zip(written).enumerate().map(step).collect(),
            by,
            groups: report.funnel.groups.into_iter().map(group).collect(),
            rest: report.funnel.rest,
            coverage: report.coverage.into(),
        }
    }
}

impl From<Node> for PathNode {
    fn from(node: Node) -> Self {
        PathNode { kind: node.kind, page: node.page }
    }
}

impl From<PathsReport> for Paths {
    fn from(report: PathsReport) -> Self {
        let transition = |row: paths::Transition| PathTransition {
            from: row.from.into(),
            to: row.to.into(),
            count: row.count,
        };
        let path = |row: paths::PathRow| PathRow {
            nodes: row.nodes.into_iter().map(Into::into).collect(),
            sessions: row.sessions,
        };
        Paths {
            days: report.period.into(),
            time_zone: report.zone.name().to_owned(),
            sessions: report.paths.sessions,
            transitions: report.paths.transitions.into_iter().map(transition).collect(),
            transitions_other: report.paths.transitions_other,
            paths: report.paths.paths.into_iter().map(path).collect(),
            paths_other: report.paths.paths_other,
            coverage: report.coverage.into(),
        }
    }
}

impl From<sessions::Figures> for SessionFigures {
    fn from(figures: sessions::Figures) -> Self {
        let mean = |sum: f64| (figures.sessions > 0).then(|| sum / figures.sessions as f64);
        SessionFigures {
            sessions: figures.sessions,
            people: figures.people,
            events: figures.events,
            bounced: figures.bounced,
            bounce_rate: rate(figures.bounced, figures.sessions),
            events_per_session: rate(figures.events, figures.sessions),
            mean_seconds: mean(seconds(figures.duration_us)),
        }
    }
}

impl From<SessionsReport> for Sessions {
    fn from(report: SessionsReport) -> Self {
        let (median_seconds, p90_seconds) = quantiles(report.sessions.duration);
        let days = report.sessions.days.into_iter();
        Sessions {
            span: report.period.into(),
            time_zone: report.zone.name().to_owned(),
            all: report.sessions.all.into(),
            median_seconds,
            p90_seconds,
            days: days
                .map(|(day, figures)| SessionDay { day: day.to_string(), figures: figures.into() })
                .collect(),
            coverage: report.coverage.into(),
        }
    }
}

impl From<EventsReport> for Events {
    fn from(report: EventsReport) -> Self {
        let volume = report.volume;
        let kind =
            |(kind, points): (String, Vec<u64>)| KindEvents { kind, events: points.iter().sum(), points };
        let source = |(source, events): (Option<report::SourceName>, u64)| {
            let (source_id, name) = source.map(|source| (source.id, source.name)).unzip();
            SourceEvents { source_id, name: name.flatten(), events }
        };
        Events {
            from: report.from.to_string(),
            until: report.until.to_string(),
            time_zone: report.zone.name().to_owned(),
            unit: report.step.as_str().to_owned(),
            events: volume.total.iter().sum(),
            people: volume.people,
            points: volume.points.iter().map(ToString::to_string).collect(),
            total: volume.total,
            kinds: volume.kinds.into_iter().map(kind).collect(),
            other: volume.other,
            sources: report.sources.into_iter().map(source).collect(),
            coverage: report.coverage.into(),
        }
    }
}
