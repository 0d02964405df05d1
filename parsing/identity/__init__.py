"""Who reports, when and where."""
