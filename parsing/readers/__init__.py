"""From bytes to what is printed: one reader a format, none of them knows the form."""
