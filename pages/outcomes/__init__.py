"""What became of the applications."""
