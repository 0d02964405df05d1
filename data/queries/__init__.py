"""What the pages ask of the dataset: each question one lazy query that reads only the columns it needs."""
