"""What became of reviews and lawsuits."""
