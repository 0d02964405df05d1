"""The dataset of parsed reports: how it is kept, filled and asked."""
