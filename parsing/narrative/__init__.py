"""What the words of a report claim: figures, lists, shares and dates, each with the sentence that says so."""
