"""Every rule, what it rests on, and how often it holds; how figures are read."""
