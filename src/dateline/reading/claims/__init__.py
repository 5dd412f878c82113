"""Everything read -> claims, each with its source, modality, spans and rule."""
