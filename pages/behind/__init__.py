"""数字构成: the reports that a sum was added up from."""
