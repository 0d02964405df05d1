"""Taking reports in: drop, watch, read what each file gave, commit."""
