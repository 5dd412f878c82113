"""Who says it: statements with their speakers, and what was said by whom at any place of a report."""

from dateline.reading.speech.attribution import Attribution, Said, attribution
from dateline.reading.speech.story import read_speech

__all__ = ["Attribution", "Said", "attribution", "read_speech"]
