"""The records. Frozen, slotted, and nothing else of ours is imported here."""

from dateline.model.actor import Actor, ActorRelation, RelationKind
from dateline.model.bookmark import Bookmark
from dateline.model.claim import (
    ACTUAL,
    COUNTS,
    PEOPLE,
    THINGS,
    WEAPONS,
    Claim,
    ClaimSpans,
    Field,
    Modality,
)
from dateline.model.ids import content_id, raw_hash
from dateline.model.incident import (
    Acled,
    Check,
    Crosswalk,
    Difference,
    DifferenceKind,
    FieldSummary,
    Incident,
    IncidentRelation,
    IncidentRelationKind,
    SeriesPoint,
    Status,
)
from dateline.model.judgement import (
    Anchor,
    ClaimAnchor,
    Judgement,
    Removal,
    ValueJudgement,
    ValueVerdict,
    Verdict,
)
from dateline.model.ledger import Ledger
from dateline.model.making import IMPORTED, Kept, Maker, Making
from dateline.model.mention import (
    ActorMention,
    AnyMention,
    CountMention,
    Mention,
    PlaceMention,
    TimeMention,
)
from dateline.model.place import Place, PlacePrecision
from dateline.model.policy import Grade, Policy, PolicyFigures, Share, Whose
from dateline.model.reading import Reading
from dateline.model.report import Origin, Quarantined, Repair, Report, Screened
from dateline.model.source import Source, SourceKind, publisher_source
from dateline.model.span import Span, Spans
from dateline.model.statement import Statement, StatementKind, StatementSpans
from dateline.model.value import (
    Entity,
    EntityKind,
    How,
    Motive,
    Number,
    Responsibility,
    Term,
    Value,
)
from dateline.model.when import TimePrecision, When

__all__ = [
    "ACTUAL",
    "COUNTS",
    "IMPORTED",
    "PEOPLE",
    "THINGS",
    "WEAPONS",
    "Acled",
    "Actor",
    "ActorMention",
    "ActorRelation",
    "Anchor",
    "AnyMention",
    "Bookmark",
    "Check",
    "Claim",
    "ClaimAnchor",
    "ClaimSpans",
    "CountMention",
    "Crosswalk",
    "Difference",
    "DifferenceKind",
    "Entity",
    "EntityKind",
    "Field",
    "FieldSummary",
    "Grade",
    "How",
    "Incident",
    "IncidentRelation",
    "IncidentRelationKind",
    "Judgement",
    "Kept",
    "Ledger",
    "Maker",
    "Making",
    "Mention",
    "Modality",
    "Motive",
    "Number",
    "Origin",
    "Place",
    "PlaceMention",
    "PlacePrecision",
    "Policy",
    "PolicyFigures",
    "Quarantined",
    "Reading",
    "RelationKind",
    "Removal",
    "Repair",
    "Report",
    "Responsibility",
    "Screened",
    "SeriesPoint",
    "Share",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Statement",
    "StatementKind",
    "StatementSpans",
    "Status",
    "Term",
    "TimeMention",
    "TimePrecision",
    "Value",
    "ValueJudgement",
    "ValueVerdict",
    "Verdict",
    "When",
    "Whose",
    "content_id",
    "publisher_source",
    "raw_hash",
]
