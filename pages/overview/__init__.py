"""What the dataset holds, how sound it is, and what to look at first."""
