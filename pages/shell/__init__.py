"""What every page shares: navigation, words, address, filters, dataset, tables, charts and downloads."""
