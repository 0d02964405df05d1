"""From what is printed to the figures of the form's three tables."""
