"""A ledger in a notebook: tables for pandas, and records as HTML."""

from dateline.notebook.html import IncidentCard, ReportPage
from dateline.notebook.tables import Claims, Incidents

__all__ = ["Claims", "IncidentCard", "Incidents", "ReportPage"]
