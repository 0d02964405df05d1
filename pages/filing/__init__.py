"""Who has filed for which year, who was late, who is missing."""
