"""One report: its tables, its faults, its printed text, the organ's other years."""
