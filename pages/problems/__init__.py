"""The working list of files and tables that are malformed or unreadable."""
